import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { useGo } from '../../../../portal/act/go.ts';
import { wrongFields } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Saved } from '../../../../portal/form/Saved.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { tlp } from '../../../../kernel/marking.ts';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { HeldFiles, useHeldFiles } from '../../../files/pages/index.ts';
import type { FormView } from '../../../forms/contract.ts';
import { exchangeDoors } from '../../contract.ts';
import { ObligationsAhead } from '../obligations/Ahead.tsx';
import { Stale } from '../drafts/Stale.tsx';
import { useKept } from '../drafts/useKept.ts';
import { listed } from '../words/lists.ts';
import type { Words } from '../words/programme.ts';
import { firstInput, missing, readContent } from './content.ts';
import type { ReportContent } from './content.ts';
import { asksFor } from './sheet/fields.ts';
import { Disclosure } from './sheet/HowFar.tsx';
import { firstOf } from './preview.ts';
import type { Preview } from './preview.ts';
import { Offline } from './Offline.tsx';
import { Dock, Seen } from './Seen.tsx';
import { Sheet } from './sheet/Sheet.tsx';
import { whyNot } from './whyNot.ts';

/** The first report while it is written. It can be sent as soon as three things are said. */
export function FirstReport({
  seat,
  draft,
  begin,
  form,
  preview,
  words,
  onSector,
  onKind,
}: {
  seat: string;
  draft: { readonly id: string; readonly revision: number | undefined };
  begin: ReportContent;
  form: FormView;
  preview: Preview;
  words: Words;
  onSector: (sector: string) => void;
  onKind: (kind: string) => void;
}) {
  const go = useGo();
  const [it, setIt] = useState(begin);
  // Fields hold what is being typed: a draft that comes back gives them a new beginning.
  const [begun, setBegun] = useState(0);
  const change = (next: Partial<ReportContent>): void => {
    if (next.sector !== undefined && next.sector !== null) onSector(next.sector);
    setIt((before) => ({ ...before, ...next }));
  };
  const restore = (left: ReportContent): void => {
    setIt(readContent(left as unknown as Record<string, unknown>));
    setBegun((n) => n + 1);
  };
  const held = useHeldFiles(draft.id);
  const kept = useKept({ kind: 'report', seat, ...draft, value: it, restore });
  const submit = useSend(exchangeDoors.submitReport, {
    onDone: (sent) => {
      void kept.discard();
      say(t('exchange.compose.sent', { to: listed(sent.sentTo.map(words.body)), reference: sent.reference }));
      go(`/reports/${sent.id}`);
    },
  });
  const takeIn = (read: ReportContent): void => {
    if (read.kind !== null && read.kind !== preview.kind) onKind(read.kind);
    setIt(read);
    setBegun((n) => n + 1);
  };
  const throwAway = (): void => {
    void kept.discard().then(() => go('/reports'));
  };
  return (
    <>
      <PageHead
        title={preview.kinds.length > 1 ? words.kind(preview.kind) : t('exchange.compose.title')}
        mark={tlp(it.mark)}
        crumbs={[{ label: t('exchange.nav.reports'), href: '/reports' }, { label: t('exchange.draft') }]}
        tags={<Tag>{t('exchange.draft')}</Tag>}
        meta={
          <span>
            {rich('exchange.compose.meta', {
              must: <Tag tone="must">{t('portal.field.must')}</Tag>,
              n: asksFor(form.definition, 'eventType') ? 3 : 2,
            })}
          </span>
        }
        aside={<Saved state={kept.saved} />}
      />
      {kept.stale && <Stale />}
      {preview.kinds.length > 1 && (
        <Select
          label={t('exchange.compose.kind')}
          help={words.kindSays(preview.kind)}
          options={preview.kinds.map((key) => ({ key, label: words.kind(key) }))}
          value={preview.kind}
          onChange={(kind) => {
            onKind(kind);
            // Another form asks other things; what both ask stays.
            setIt((before) => ({ ...before, kind, answers: {}, eventType: null, causeTypes: [] }));
          }}
        />
      )}
      <div className="beside">
        <div className="stack-l">
          <Sheet
            key={`${begun} ${form.definition.key}`}
            it={it}
            change={change}
            words={words}
            form={form}
            stage="first"
            errors={wrongFields(submit.error)}
          >
            <HeldFiles held={held} />
            <Disclosure it={it} change={change} words={words} preview={preview} />
            <p className="field">
              <Button tone="quiet" small onPress={throwAway}>
                {t('exchange.draft.discard')}
              </Button>
            </p>
          </Sheet>
          <Offline it={{ ...it, kind: preview.kind }} stage="first" form={form} onRead={takeIn} />
        </div>
        <aside className="follows" id="audience" aria-label={t('exchange.seen.title')}>
          <Seen
            preview={preview}
            chosen={it}
            words={words}
            action={t('exchange.compose.send', { to: words.body(firstOf(preview)?.body ?? '') })}
            why={whyNot(missing(it, asksFor(form.definition, 'eventType')))}
            wait={submit.isPending}
            error={submit.error}
            after={t('exchange.compose.after')}
            onSend={() => submit.mutate({ body: { ...firstInput(it), ...held.sent } })}
          />
          {it.eventType !== null && <ObligationsAhead saying={firstInput(it)} />}
        </aside>
      </div>
      <Dock preview={preview} chosen={it} words={words} />
    </>
  );
}
