import { useState } from 'react';
import type { FormEvent } from 'react';
import { label, strictness, tlp } from '../../../../kernel/marking.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { Check } from '../../../../portal/form/Check.tsx';
import { Choices } from '../../../../portal/form/Choice.tsx';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { both, t } from '../../../../portal/text.ts';
import { itemKinds } from '../../../circulation/contract.ts';
import { partiesDoors } from '../../../parties/contract.ts';
import { cadences, noticesDoors, type Cadence, type Setting } from '../../contract.ts';
import { cadenceWords } from '../words.ts';

const kindWords = (kind: (typeof itemKinds)[number]): string =>
  ({
    report: t('notices.kind.report'),
    provision: t('notices.kind.provision'),
    showcase: t('notices.kind.showcase'),
    'situation-report': t('notices.kind.situation-report'),
    survey: t('notices.kind.survey'),
  })[kind];

// All chosen and none chosen are one: no filter.
const narrowed = <T extends string>(all: readonly T[], chosen: readonly string[]): T[] | null => {
  const some = all.filter((it) => chosen.includes(it));
  return some.length === 0 || some.length === all.length ? null : some;
};

/** Setting the ways, the hours and the filters of mail for one seat. */
export function SettingForm({ before }: { before: Setting & { address: string } }) {
  const circles = useGet(partiesDoors.listCircles).data?.items ?? [];
  const sectors = circles.filter((it) => it.kind === 'sector' && it.sector !== null);
  const [it, setIt] = useState({
    mail: before.mail,
    digestAt: before.digestAt,
    onlyUrgent: before.onlyUrgent,
    kinds: before.kinds ?? [...itemKinds],
    marks: before.marks ?? [...strictness],
    sectors: before.sectors ?? [],
    quiet: before.quiet !== null,
    from: before.quiet?.from ?? '22:00',
    to: before.quiet?.to ?? '06:00',
  });
  const put = (change: Partial<typeof it>): void => setIt({ ...it, ...change });
  const send = useSend(noticesDoors.changeSetting, { onDone: () => say(t('notices.settings.saved')) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate({
      body: {
        mail: it.mail,
        digestAt: it.digestAt,
        onlyUrgent: it.onlyUrgent,
        kinds: narrowed(itemKinds, it.kinds),
        marks: narrowed(strictness, it.marks),
        sectors: it.sectors.length === 0 ? null : [...it.sectors],
        quiet: it.quiet ? { from: it.from, to: it.to } : null,
      },
    });
  };
  return (
    <Panel title={t('notices.mail')} icon="bell" hint={before.address}>
      <form onSubmit={submit} className="stack">
        <p className="small dim">{t('notices.mail.says')}</p>
        <Segmented
          bare
          label={t('notices.mail-when')}
          value={it.mail}
          onChange={(mail) => put({ mail: mail as Cadence })}
          options={cadences.map((key) => ({ key, label: cadenceWords(key) }))}
        />
        {it.mail === 'daily' && (
          <TextField
            bare
            label={t('notices.digest-at')}
            type="time"
            value={it.digestAt}
            onChange={(digestAt) => put({ digestAt })}
          />
        )}
        {it.mail !== 'none' && (
          <>
            <Check
              label={t('notices.only-urgent')}
              help={t('notices.only-urgent.help')}
              value={it.onlyUrgent}
              onChange={(onlyUrgent) => put({ onlyUrgent })}
            />
            <Check
              label={t('notices.quiet')}
              help={t('notices.quiet.help')}
              value={it.quiet}
              onChange={(quiet) => put({ quiet })}
            />
            {it.quiet && (
              <div className="cluster">
                <TextField
                  bare
                  label={t('notices.quiet.from')}
                  type="time"
                  value={it.from}
                  onChange={(from) => put({ from })}
                />
                <TextField
                  bare
                  label={t('notices.quiet.to')}
                  type="time"
                  value={it.to}
                  onChange={(to) => put({ to })}
                />
              </div>
            )}
            <Choices
              bare
              columns={2}
              label={t('notices.kinds')}
              value={it.kinds}
              onChange={(kinds) => put({ kinds: narrowed(itemKinds, kinds) ?? [...itemKinds] })}
              options={itemKinds.map((key) => ({ key, label: kindWords(key) }))}
            />
            <Choices
              bare
              columns={2}
              label={t('notices.marks')}
              value={it.marks}
              onChange={(marks) => put({ marks: narrowed(strictness, marks) ?? [...strictness] })}
              options={strictness.map((key) => ({ key, label: label(tlp(key)) }))}
            />
            {sectors.length > 1 && (
              <Choices
                bare
                columns={3}
                label={t('notices.sectors')}
                help={t('notices.sectors.help')}
                value={it.sectors}
                onChange={(chosen) => put({ sectors: chosen })}
                options={sectors.map((s) => ({ key: s.sector ?? '', label: both(s.name) }))}
              />
            )}
          </>
        )}
        <Button type="submit" tone="go" wait={send.isPending}>
          {t('notices.settings.save')}
        </Button>
        {send.error !== null && <RefusalNote error={send.error} />}
      </form>
    </Panel>
  );
}
