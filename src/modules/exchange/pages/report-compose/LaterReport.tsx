import { useState } from 'react';
import { tlp } from '../../../../kernel/marking.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { useGo } from '../../../../portal/act/go.ts';
import { wrongFields } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Saved } from '../../../../portal/form/Saved.tsx';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { t } from '../../../../portal/text.ts';
import { HeldFiles, useHeldFiles } from '../../../files/pages/index.ts';
import type { FormView } from '../../../forms/contract.ts';
import { exchangeDoors } from '../../contract.ts';
import type { ReportView, VersionInput } from '../../shapes/report.ts';
import { Stale } from '../drafts/Stale.tsx';
import { useKept } from '../drafts/useKept.ts';
import type { Loaded } from '../drafts/useLoaded.ts';
import { listed } from '../words/lists.ts';
import type { Words } from '../words/programme.ts';
import { missing, versionInputOf } from './content.ts';
import { answersBefore, beginLater, stagesAfter } from './later.ts';
import type { LaterContent } from './later.ts';
import type { Preview } from './preview.ts';
import { Offline } from './Offline.tsx';
import { Dock, Seen } from './Seen.tsx';
import { asksFor } from './sheet/fields.ts';
import { Sheet } from './sheet/Sheet.tsx';
import { whyNot } from './whyNot.ts';

/** A later version while it is written: all that the last one said stands already, and only what changed is touched. */
export function LaterReport({
  report,
  seat,
  draft,
  form,
  preview,
  words,
}: {
  report: ReportView;
  seat: string;
  draft: Loaded;
  form: FormView;
  preview: Preview;
  words: Words;
}) {
  const go = useGo();
  const [{ stage: wanted }] = useFilters({ stage: '' });
  const [it, setIt] = useState<LaterContent>(() => beginLater(report, draft.content, wanted));
  // Fields hold what is being typed: a draft that comes back gives them a new beginning.
  const [begun, setBegun] = useState(0);
  const change = (next: Partial<LaterContent>): void => setIt((before) => ({ ...before, ...next }));
  const restore = (left: LaterContent): void => {
    setIt(beginLater(report, left as unknown as Record<string, unknown>, wanted));
    setBegun((n) => n + 1);
  };
  const held = useHeldFiles(report.id);
  const kept = useKept({ kind: 'report-version', seat, id: report.id, revision: draft.revision, value: it, restore });
  const back = `/reports/${report.id}`;
  const add = useSend(exchangeDoors.addVersion, {
    onDone: (sent) => {
      void kept.discard();
      say(t('exchange.compose.sent', { to: listed(sent.sentTo.map(words.body)), reference: sent.reference }));
      go(back);
    },
  });
  const number = (report.versions.at(-1)?.number ?? 0) + 1;
  const name = t('exchange.version.name', { n: number, stage: words.code('stage', it.stage) });
  const chosen = report.disclosure ?? it;
  const withdraws = it.stage === 'withdrawal';
  const errors = wrongFields(add.error);
  return (
    <>
      <PageHead
        title={t('exchange.later.title', { name })}
        mark={tlp(it.mark)}
        crumbs={[
          { label: t('exchange.nav.reports'), href: '/reports' },
          { label: report.reference, href: back },
          { label: t('exchange.draft') },
        ]}
        tags={<Tag>{t('exchange.draft')}</Tag>}
        meta={<span>{t('exchange.later.meta')}</span>}
        aside={<Saved state={kept.saved} />}
      />
      {kept.stale && <Stale />}
      <div className="beside">
        <div>
          <Segmented
            label={t('exchange.later.stage')}
            must
            help={t('exchange.later.stage.help')}
            options={stagesAfter(report).map((key) => ({ key, label: words.code('stage', key) }))}
            value={it.stage}
            onChange={(stage) => change({ stage: stage as VersionInput['stage'] })}
          />
          {withdraws ? (
            <ProseField
              label={t('exchange.later.reason')}
              rows={5}
              value={it.summary}
              error={errors['summary']}
              onChange={(summary) => change({ summary })}
            />
          ) : (
            <Sheet key={begun} it={it} change={change} words={words} form={form} stage={it.stage} errors={errors}>
              <HeldFiles held={held} />
            </Sheet>
          )}
          {!withdraws && (
            <Offline
              it={it}
              kind={report.kind}
              stage={it.stage}
              form={form}
              onRead={(read) => {
                change(read);
                setBegun((n) => n + 1);
              }}
            />
          )}
          <p className="field">
            <Button tone="quiet" small onPress={() => void kept.discard().then(() => go(back))}>
              {t('exchange.draft.discard')}
            </Button>
          </p>
        </div>
        <aside className="follows" id="audience" aria-label={t('exchange.seen.title')}>
          <Seen
            preview={preview}
            chosen={chosen}
            words={words}
            action={t('exchange.later.send', { name })}
            why={whyNot(missing(it, asksFor(form.definition, 'eventType')))}
            wait={add.isPending}
            error={add.error}
            after={t('exchange.later.after')}
            onSend={() =>
              add.mutate({
                params: { id: report.id },
                body: { ...versionInputOf(it, it.stage, answersBefore(report)), ...(withdraws ? {} : held.sent) },
              })
            }
          />
        </aside>
      </div>
      <Dock preview={preview} chosen={chosen} words={words} />
    </>
  );
}
