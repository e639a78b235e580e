import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { Choices } from '../../../../portal/form/Choice.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';

const blank = {
  ja: '',
  en: '',
  kana: '',
  alias: '',
  domains: '',
  place: '',
  sectors: [] as string[],
  ceptoars: [] as string[],
};

const listed = (text: string): string[] =>
  text
    .split(/[\s,、，]+/u)
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** Enrolling an operator: its ministry and secretariats follow from its sectors and CEPTOARs. */
export function EnrolBody() {
  const [it, setIt] = useState(blank);
  const put = (change: Partial<typeof blank>): void => setIt({ ...it, ...change });
  const circles = useGet(partiesDoors.listCircles).data?.items ?? [];
  const enrol = useSend(partiesDoors.enrolBody, {
    onDone: () => {
      setIt(blank);
      say(t('parties.enrolled'));
    },
  });
  const wrong = wrongFields(enrol.error);
  const ceptoars = circles.filter(
    (one) => one.kind === 'ceptoar' && one.sector !== null && it.sectors.includes(one.sector),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { ja, en, kana, place, sectors } = it;
    enrol.mutate({
      body: {
        name: { ja, en },
        kana,
        alias: listed(it.alias),
        domains: listed(it.domains.toLowerCase()),
        ...(place.trim() === '' ? {} : { place }),
        sectors,
        ceptoars: it.ceptoars.filter((key) => ceptoars.some((one) => one.key === key)),
      },
    });
  };
  return (
    <form onSubmit={submit} className="sheet">
      <section>
        <h2>{t('parties.accounts.enrol')}</h2>
        <TextField
          must
          label={t('parties.name.ja')}
          max={120}
          value={it.ja}
          error={wrong['name.ja']}
          onChange={(ja) => put({ ja })}
        />
        <TextField
          must
          label={t('parties.name.en')}
          max={160}
          value={it.en}
          error={wrong['name.en']}
          onChange={(en) => put({ en })}
        />
        <TextField
          must
          label={t('parties.kana')}
          max={160}
          value={it.kana}
          error={wrong['kana']}
          onChange={(kana) => put({ kana })}
        />
        <TextField
          label={t('parties.alias')}
          help={t('parties.alias.help')}
          max={400}
          value={it.alias}
          error={wrong['alias']}
          onChange={(alias) => put({ alias })}
        />
        <TextField
          label={t('parties.domains')}
          help={t('parties.domains.help')}
          max={400}
          value={it.domains}
          error={wrong['domains']}
          onChange={(domains) => put({ domains })}
        />
        <TextField
          label={t('parties.place')}
          max={80}
          value={it.place}
          error={wrong['place']}
          onChange={(place) => put({ place })}
        />
        <Choices
          must
          label={t('parties.sectors')}
          columns={3}
          options={circles.flatMap((one) =>
            one.kind === 'sector' && one.sector !== null ? [{ key: one.sector, label: both(one.name) }] : [],
          )}
          value={it.sectors}
          onChange={(sectors) => put({ sectors })}
        />
        {ceptoars.length > 0 && (
          <Choices
            label={t('parties.ceptoars')}
            columns={2}
            options={ceptoars.map((one) => ({ key: one.key, label: both(one.name) }))}
            value={it.ceptoars}
            onChange={(keys) => put({ ceptoars: keys })}
          />
        )}
        {enrol.error !== null && <RefusalNote error={enrol.error} />}
        <p className="actions">
          <Button
            tone="go"
            type="submit"
            wait={enrol.isPending}
            why={it.sectors.length === 0 ? t('parties.enrol.no-sector') : undefined}
          >
            {t('parties.enrol')}
          </Button>
        </p>
      </section>
    </form>
  );
}
