import './situations.css';
import { useState } from 'react';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer, RefusalNote, wrongFields } from '../../../portal/act/Refusal.tsx';
import { say } from '../../../portal/act/Toast.tsx';
import type { PageProps } from '../../../portal/data/page.ts';
import { useGet, useSend } from '../../../portal/data/query.ts';
import { realm } from '../../../portal/data/realm.ts';
import { ProseField } from '../../../portal/form/ProseField.tsx';
import { DataTable } from '../../../portal/list/DataTable.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Facts } from '../../../portal/show/Facts.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { State } from '../../../portal/show/State.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { circulationDoors } from '../../circulation/contract.ts';
import { Sight } from '../../circulation/pages/index.ts';
import { situationsDoors } from '../contract.ts';
import type { ReportView } from '../report.ts';
import { Standing } from './board/Standing.tsx';
import { type BoardWords, howWord, stateWord, useBoardWords } from './words.ts';

/** One situation report, to be read, printed, and for its desk to be written and released. */
export default function SituationReport({ params }: PageProps) {
  const report = useGet(situationsDoors.showSituationReport, { params: { id: params['id'] ?? '' } });
  const words = useBoardWords();
  return <Answer of={report}>{(it) => <Sheet key={it.id} it={it} words={words} />}</Answer>;
}

function Sheet({ it, words }: { it: ReportView; words: BoardWords }) {
  const number = t('situations.report.title', { n: it.number });
  return (
    <>
      <PageHead
        title={it.title}
        mark={it.handling}
        crumbs={[
          { label: t('situations.title'), href: '/situations' },
          { label: t('situations.report'), href: `/situations/${it.situation}` },
          { label: `${number}　${it.reference}` },
        ]}
        meta={
          it.releasedAt === null ? (
            <State tone="soon">{t('situations.report.unreleased')}</State>
          ) : (
            <State tone="done">
              {t('situations.report.released')} <Moment at={it.releasedAt} as="long" />
            </State>
          )
        }
        aside={
          <span className="cluster no-print">
            <Button icon="print" onPress={() => window.print()}>
              {t('situations.report.print')}
            </Button>
            <Button icon="save" href={`/plain/situation-reports/${it.id}/pdf?realm=${encodeURIComponent(realm())}`}>
              {t('situations.report.pdf')}
            </Button>
          </span>
        }
      />
      <div className="beside">
        <article className="stack-l">
          <Words it={it} />
          <New it={it} words={words} />
          <Frozen it={it} words={words} />
        </article>
        <aside className="stack">
          <Facts
            items={[
              { term: t('situations.report.collected'), value: <Moment at={it.collectedAt} as="long" /> },
              ...(it.releasedBy === null ? [] : [{ term: t('situations.report.by'), value: both(it.releasedBy) }]),
            ]}
          />
          {it.desk !== null && <Release it={it} desk={it.desk} />}
          {it.receipt !== null && <Receive receipt={it.receipt} />}
          {it.releasedAt !== null && <Sight kind="situation-report" id={it.id} />}
        </aside>
      </div>
    </>
  );
}

function Words({ it }: { it: ReportView }) {
  if (it.desk !== null) return <Writing it={it} />;
  return (
    <>
      <section className="stack-s">
        <h2>{t('situations.report.summary')}</h2>
        <p className="report-text">{it.summary}</p>
      </section>
      {it.outlook !== '' && (
        <section className="stack-s">
          <h2>{t('situations.report.outlook')}</h2>
          <p className="report-text">{it.outlook}</p>
        </section>
      )}
    </>
  );
}

function Writing({ it }: { it: ReportView }) {
  const [said, setSaid] = useState({ summary: it.summary, outlook: it.outlook });
  const edit = useSend(situationsDoors.editReport, { onDone: () => say(t('situations.report.saved')) });
  const wrong = wrongFields(edit.error);
  return (
    <Panel title={t('situations.report.write')}>
      <div className="stack">
        <ProseField
          bare
          must
          rows={5}
          max={8000}
          label={t('situations.report.summary')}
          help={t('situations.report.summary.help')}
          value={said.summary}
          error={wrong['summary']}
          onChange={(summary) => setSaid({ ...said, summary })}
        />
        <ProseField
          bare
          maybe
          rows={4}
          max={8000}
          label={t('situations.report.outlook')}
          value={said.outlook}
          error={wrong['outlook']}
          onChange={(outlook) => setSaid({ ...said, outlook })}
        />
        <p className="cluster">
          <Button tone="go" wait={edit.isPending} onPress={() => edit.mutate({ params: { id: it.id }, body: said })}>
            {t('situations.report.save')}
          </Button>
          <Button wait={edit.isPending} onPress={() => edit.mutate({ params: { id: it.id }, body: { collect: true } })}>
            {t('situations.report.collect')}
          </Button>
        </p>
        {edit.error !== null && <RefusalNote error={edit.error} />}
      </div>
    </Panel>
  );
}

function New({ it, words }: { it: ReportView; words: BoardWords }) {
  const { sectors, spills, decisions } = it.changes;
  return (
    <section className="stack-s">
      <h2>{t('situations.report.changes')}</h2>
      {sectors.length === 0 ? (
        <p>{t('situations.report.changes.none')}</p>
      ) : (
        <ul className="dotted">
          {sectors.map((one) => (
            <li key={one.sector}>
              {t('situations.report.change', {
                sector: words.sector(one.sector),
                was: stateWord(one.was),
                now: stateWord(one.now),
              })}
            </li>
          ))}
        </ul>
      )}
      <p className="dim">{t('situations.report.change.more', { spills, decisions })}</p>
    </section>
  );
}

function Frozen({ it, words }: { it: ReportView; words: BoardWords }) {
  const { sectors, spills, decisions } = it.picture;
  return (
    <>
      <DataTable
        cards
        caption={t('situations.report.sectors')}
        rows={sectors}
        rowKey={(row) => row.sector}
        file={`${it.reference}-sectors`}
        columns={[
          {
            key: 'sector',
            label: t('situations.sector'),
            head: true,
            cell: (row) => words.sector(row.sector),
            csv: (row) => words.sector(row.sector),
          },
          {
            key: 'state',
            label: t('situations.service'),
            cell: (row) => <Standing of={row.state} />,
            csv: (row) => stateWord(row.state),
          },
          {
            key: 'regions',
            label: t('situations.regions'),
            cell: (row) => words.inRegions(row.regions) || '―',
            csv: (row) => words.inRegions(row.regions),
          },
          {
            key: 'level',
            label: t('situations.levels'),
            cell: (row) =>
              row.below > 0 ? <State tone="late">{t('situations.level.below', { n: row.below })}</State> : '―',
            csv: (row) => row.below,
          },
          {
            key: 'says',
            label: t('situations.says'),
            cell: (row) => row.says ?? (row.silent ? t('situations.report.silent') : '―'),
            csv: (row) => row.says,
          },
          {
            key: 'recovery',
            label: t('situations.recovery'),
            cell: (row) => row.recovery ?? '―',
            csv: (row) => row.recovery,
          },
        ]}
      />
      {spills.length > 0 && (
        <section className="stack-s">
          <h2>{t('situations.spills')}</h2>
          <ul className="dotted">
            {spills.map((one) => (
              <li key={`${one.cause} ${one.effect}`}>
                {t('situations.spill.line', {
                  cause: words.sector(one.cause),
                  effect: words.sector(one.effect),
                  how: howWord(one.how),
                })}{' '}
                {one.says}
              </li>
            ))}
          </ul>
        </section>
      )}
      {decisions.length > 0 && (
        <section className="stack-s">
          <h2>{t('situations.decisions')}</h2>
          <ul className="ruled">
            {decisions.map((one) => (
              <li key={`${one.at} ${one.decided}`}>
                <Moment at={one.at} /> <b>{one.decided}</b> <span className="dim">{one.authority}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Release({ it, desk }: { it: ReportView; desk: NonNullable<ReportView['desk']> }) {
  const release = useSend(situationsDoors.releaseReport, { onDone: () => say(t('situations.report.release.done')) });
  return (
    <Panel title={t('situations.report.second')} tone="key" icon="people">
      <div className="stack-s">
        <p className="small">{t('situations.report.release.says', { n: desk.recipients })}</p>
        <Button
          tone="go"
          wide
          wait={release.isPending}
          {...(desk.mayRelease ? {} : { why: t('situations.report.release.why') })}
          onPress={() => release.mutate({ params: { id: it.id }, body: {} })}
        >
          {t('situations.report.release')}
        </Button>
        {release.error !== null && <RefusalNote error={release.error} />}
      </div>
    </Panel>
  );
}

function Receive({ receipt }: { receipt: NonNullable<ReportView['receipt']> }) {
  const receive = useSend(circulationDoors.acknowledge);
  if (receipt.acknowledgedAt !== null)
    return (
      <State tone="done">
        {t('situations.report.received')} <Moment at={receipt.acknowledgedAt} />
      </State>
    );
  return (
    <div className="stack-s">
      <Button
        tone="go"
        wide
        wait={receive.isPending}
        onPress={() => receive.mutate({ params: { id: receipt.id }, body: { state: 'received' } })}
      >
        {t('situations.report.receive')}
      </Button>
      {receive.error !== null && <RefusalNote error={receive.error} />}
    </div>
  );
}
