import { useState } from 'react';
import { AudiencePanel } from '../../../../../portal/act/AudiencePanel.tsx';
import { Button } from '../../../../../portal/act/Button.tsx';
import { useGo } from '../../../../../portal/act/go.ts';
import { Answer, NotThere, RefusalNote, wrongFields } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../../portal/data/query.ts';
import { Saved } from '../../../../../portal/form/Saved.tsx';
import { Segmented } from '../../../../../portal/form/Segmented.tsx';
import { Select } from '../../../../../portal/form/Select.tsx';
import { Loading } from '../../../../../portal/list/Loading.tsx';
import { PageHead } from '../../../../../portal/shell/PageHead.tsx';
import { tlp } from '../../../../../kernel/marking.ts';
import { Tag } from '../../../../../portal/show/Tag.tsx';
import { t } from '../../../../../portal/text.ts';
import type { FormView } from '../../../../forms/contract.ts';
import { directoryDoors } from '../../../../parties/contract.ts';
import { programmeDoors } from '../../../../programme/contract.ts';
import { exchangeDoors } from '../../../contract.ts';
import { Stale } from '../../drafts/Stale.tsx';
import { useDraftId } from '../../drafts/useDraftId.ts';
import { useKept } from '../../drafts/useKept.ts';
import { type Loaded, useLoaded } from '../../drafts/useLoaded.ts';
import { listed } from '../../words/lists.ts';
import { useMay, useSeat } from '../../words/me.ts';
import { useWords } from '../../words/programme.ts';
import { useForm } from '../../words/versions.ts';
import { missing } from '../content.ts';
import { asksFor } from '../sheet/fields.ts';
import { Sheet } from '../sheet/Sheet.tsx';
import { whyNot } from '../whyNot.ts';
import { Caller } from './Caller.tsx';
import { entryInputOf, lacksCaller, readEntry } from './content.ts';
import { entryReach } from './reach.ts';

/** Types in what a body has said by telephone or fax; it becomes that body's own report. */
export default function EnterReport() {
  const seat = useSeat();
  const may = useMay('enter-reports');
  const programme = useGet(programmeDoors.programme);
  const { id, fresh } = useDraftId('/reports/enter');
  const { draft, error } = useLoaded(id, fresh);
  const form = useForm(programme.data?.kinds[0]?.form);
  if (error !== null) return <RefusalNote error={error} />;
  if (seat === null || draft === null) return <Loading />;
  if (!may) return <NotThere />;
  return <Answer of={form}>{(view) => <Writing key={id} id={id} seat={seat} draft={draft} form={view} />}</Answer>;
}

function Writing({ id, seat, draft, form }: { id: string; seat: string; draft: Loaded; form: FormView }) {
  const go = useGo();
  const words = useWords();
  const programme = useGet(programmeDoors.programme).data;
  const called = useMay('triage-reports');
  const [it, setIt] = useState(() => readEntry(draft.content));
  const [begun, setBegun] = useState(0);
  const put = (change: Partial<typeof it>): void => setIt((before) => ({ ...before, ...change }));
  const kept = useKept({
    kind: 'report-entry',
    seat,
    id,
    revision: draft.revision,
    value: it,
    restore: (left) => {
      setIt(readEntry(left as unknown as Record<string, unknown>));
      setBegun((n) => n + 1);
    },
  });
  const bodies = useGet(directoryDoors.listBodies, { query: { limit: 300 } }, { enabled: it.body !== null });
  const body = bodies.data?.items.find((one) => one.id === it.body);
  const enter = useSend(exchangeDoors.enterReport, {
    onDone: (sent) => {
      void kept.discard();
      say(t('exchange.compose.sent', { to: listed(sent.sentTo.map(words.body)), reference: sent.reference }));
      go(`/reports/${sent.id}`);
    },
  });
  const lack = lacksCaller(it);
  const named = called || it.nameToCs;
  const reach = entryReach(programme, body, it.sector, named);
  return (
    <>
      <PageHead
        title={t('exchange.entry.title')}
        mark={tlp(it.mark)}
        crumbs={[{ label: t('exchange.nav.reports'), href: '/reports' }, { label: t('exchange.draft') }]}
        tags={<Tag>{t('exchange.draft')}</Tag>}
        meta={<span>{t('exchange.entry.meta')}</span>}
        aside={<Saved state={kept.saved} />}
      />
      {kept.stale && <Stale />}
      <div className="beside">
        <div className="sheet">
          <Caller key={`caller ${begun}`} it={it} body={body} put={put} words={words} />
          <Sheet
            key={begun}
            it={it}
            change={put}
            words={words}
            form={form}
            stage="first"
            errors={wrongFields(enter.error)}
          >
            {body !== undefined && body.sectors.length > 1 && (
              <Select
                label={t('exchange.compose.sector')}
                options={body.sectors.map((key) => ({ key, label: words.sector(key) }))}
                value={it.sector ?? ''}
                onChange={(sector) => put({ sector })}
              />
            )}
            {called ? (
              <p className="field small dim">{t('exchange.entry.called')}</p>
            ) : (
              <Segmented
                label={t('exchange.entry.name')}
                options={[
                  { key: 'no', label: t('exchange.compose.name.no') },
                  { key: 'yes', label: t('exchange.compose.name.yes') },
                ]}
                value={it.nameToCs ? 'yes' : 'no'}
                onChange={(key) => put({ nameToCs: key === 'yes' })}
              />
            )}
          </Sheet>
        </div>
        <aside className="follows" id="audience" aria-label={t('exchange.seen.title')}>
          <AudiencePanel
            title={t('exchange.seen.title')}
            count={reach.filter((one) => one.when === 'now').length}
            reach={reach}
            after={t('exchange.entry.after')}
          >
            {enter.error !== null && <RefusalNote error={enter.error} />}
            <Button
              tone="go"
              wide
              wait={enter.isPending}
              why={
                lack === null
                  ? whyNot(missing(it, asksFor(form.definition, 'eventType')))
                  : t(`exchange.entry.why.${lack}`)
              }
              onPress={() => enter.mutate({ body: entryInputOf(it) })}
            >
              {t('exchange.entry.send')}
            </Button>
          </AudiencePanel>
        </aside>
      </div>
    </>
  );
}
