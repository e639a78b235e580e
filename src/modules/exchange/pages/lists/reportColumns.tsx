import { label } from '../../../../kernel/marking.ts';
import type { Column } from '../../../../portal/list/DataTable.tsx';
import { MarkingChip } from '../../../../portal/show/MarkingChip.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Deadline, Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import type { ReportListed } from '../../shapes/report.ts';
import type { Words } from '../words/programme.ts';
import { nameOf } from '../words/versions.ts';

/** What waits in words; nothing where nothing does. */
export const waitingWord = (it: ReportListed): string | null =>
  it.waiting === null
    ? null
    : {
        relay: t('exchange.waiting.relay'),
        triage: t('exchange.waiting.triage'),
        answer: t('exchange.waiting.answer'),
      }[it.waiting];

// Where there is no type of event, the kind of information says what it is.
const eventOf = (it: ReportListed, words: Words): string =>
  it.eventType === null ? words.kind(it.kind) : words.code('event-type', it.eventType);

/** The columns of the list of reports; who reported has one only where some row may say so. */
export const reportColumns = (words: Words, rows: readonly ReportListed[]): readonly Column<ReportListed>[] => [
  {
    key: 'headline',
    label: t('exchange.column.headline'),
    head: true,
    cell: (it) => it.headline,
    csv: (it) => it.headline,
  },
  {
    key: 'reference',
    label: t('exchange.column.reference'),
    cell: (it) => <span className="nowrap">{it.reference}</span>,
    csv: (it) => it.reference,
  },
  {
    key: 'mark',
    label: t('exchange.column.mark'),
    cell: (it) => <MarkingChip mark={it.handling} />,
    csv: (it) => label(it.handling),
  },
  {
    key: 'sector',
    label: t('exchange.column.sector'),
    cell: (it) => words.sector(it.sector),
    csv: (it) => words.sector(it.sector),
  },
  {
    key: 'event',
    label: t('exchange.column.event'),
    cell: (it) => eventOf(it, words),
    csv: (it) => eventOf(it, words),
  },
  {
    key: 'stage',
    label: t('exchange.column.stage'),
    cell: (it) => <span className="nowrap">{nameOf(it, words)}</span>,
    csv: (it) => nameOf(it, words),
  },
  {
    key: 'received',
    label: t('exchange.column.received'),
    cell: (it) => <Moment at={it.submittedAt} />,
    csv: (it) => it.submittedAt,
  },
  ...(rows.some((it) => it.mode !== null && !words.ordinary(it.mode))
    ? [
        {
          key: 'mode',
          label: t('exchange.column.mode'),
          cell: (it: ReportListed) => words.mode(it.mode),
          csv: (it: ReportListed) => words.mode(it.mode),
        },
      ]
    : []),
  ...(rows.some((it) => it.source !== null)
    ? [
        {
          key: 'source',
          label: t('exchange.column.source'),
          cell: (it: ReportListed) => it.source ?? <span className="dim">{t('exchange.masked')}</span>,
          csv: (it: ReportListed) => it.source ?? '',
        },
      ]
    : []),
  {
    key: 'waiting',
    label: t('exchange.column.waiting'),
    cell: (it) => <Waiting it={it} words={words} />,
    csv: (it) => waitingWord(it) ?? (it.triage === null ? '' : words.code('triage-state', it.triage)),
  },
];

function Waiting({ it, words }: { it: ReportListed; words: Words }) {
  const word = waitingWord(it);
  if (word === null)
    return it.triage === null ? (
      <span className="dim">―</span>
    ) : (
      <State tone="idle">{words.code('triage-state', it.triage)}</State>
    );
  return (
    <>
      <span className="nowrap">
        <State tone="soon">{word}</State>
      </span>
      {it.due !== null && (
        <>
          <br />
          <Deadline at={it.due} compact />
        </>
      )}
    </>
  );
}
