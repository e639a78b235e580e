import { Button } from '../../../../portal/act/Button.tsx';
import { useNow } from '../../../../portal/data/clock.tsx';
import { span } from '../../../../portal/data/phrases.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import type { Column } from '../../../../portal/list/DataTable.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { Icon } from '../../../../portal/show/Icon.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import type { CirculationView, RecipientRow } from '../../../circulation/contract.ts';
import type { Words } from '../words/programme.ts';
import { standingOf, toCall } from './reach.ts';
import { outcomeWord } from './words.ts';
import type { Called } from './words.ts';

/** The silent by name in the order in which to telephone, then those who answered. */
export function SilentBodies({
  view,
  words,
  onRecord,
}: {
  view: CirculationView;
  words: Words;
  onRecord: (called: Called) => void;
}) {
  const now = useNow();
  const call = toCall(view.rows);
  const done = view.rows.filter((row) => row.acknowledgedAt !== null);
  const tier: Column<RecipientRow> = {
    key: 'tier',
    label: t('exchange.column.tier'),
    cell: (row) => words.capacity(row.tier),
    csv: (row) => words.capacity(row.tier),
  };
  const name: Column<RecipientRow> = {
    key: 'name',
    label: t('exchange.column.body'),
    head: true,
    cell: (row) => words.body(row.body.name),
    csv: (row) => words.body(row.body.name),
  };
  return (
    <div className="stack-l">
      {call.length === 0 ? (
        <Note tone="done">{t('exchange.silent.none')}</Note>
      ) : (
        <DataTable
          caption={t('exchange.silent.title')}
          hint={t('exchange.silent.order')}
          rows={call}
          rowKey={(row) => row.receipt}
          file="silent"
          columns={[
            {
              key: 'order',
              label: t('exchange.silent.number'),
              cell: (row) => call.indexOf(row) + 1,
              csv: (row) => call.indexOf(row) + 1,
            },
            name,
            tier,
            {
              key: 'standing',
              label: t('exchange.column.state'),
              cell: (row) => <Standing row={row} words={words} now={now} />,
              csv: (row) => standingOf(row),
            },
            {
              key: 'contact',
              label: t('exchange.silent.contact'),
              cell: (row) => <Contact row={row} />,
              csv: (row) => row.contact?.phone ?? '',
            },
            {
              key: 'attempts',
              label: t('exchange.silent.tried'),
              cell: (row) => tried(row, view),
              csv: (row) => row.attempts,
            },
            {
              key: 'record',
              label: <span className="unseen-by-eye">{t('exchange.silent.record')}</span>,
              cell: (row) => (
                <Button
                  small
                  tone={call[0] === row ? 'go' : 'plain'}
                  label={`${t('exchange.silent.record')}: ${row.body.name}`}
                  onPress={() =>
                    onRecord({ receipt: row.receipt, name: row.body.name, phone: row.contact?.phone ?? null })
                  }
                >
                  {t('exchange.silent.record')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {done.length > 0 && (
        <DataTable
          caption={t('exchange.answered.title')}
          rows={done}
          rowKey={(row) => row.receipt}
          file="answered"
          columns={[
            name,
            tier,
            {
              key: 'state',
              label: t('exchange.reach.answer'),
              cell: (row) => (
                <State
                  tone={row.state === 'affected' ? 'late' : 'done'}
                  icon={row.state === 'affected' ? 'warn' : 'check'}
                >
                  {words.code('acknowledgement', row.state ?? 'received')}
                </State>
              ),
              csv: (row) => words.code('acknowledgement', row.state ?? 'received'),
            },
            {
              key: 'note',
              label: t('exchange.acknowledge.note'),
              cell: (row) => spokenOf(row) ?? row.note ?? <span className="dim">―</span>,
              csv: (row) => spokenOf(row) ?? row.note ?? '',
            },
            {
              key: 'at',
              label: t('exchange.answered.at'),
              cell: (row) => <Moment at={row.acknowledgedAt ?? ''} />,
              csv: (row) => row.acknowledgedAt ?? '',
            },
          ]}
        />
      )}
    </div>
  );
}

const spokenOf = (row: RecipientRow): string | null =>
  row.spoken === null ? null : t('exchange.spoken.short', { who: row.spoken.saidBy, by: row.spoken.by });

const tried = (row: RecipientRow, view: CirculationView) => {
  const last = view.attempts.find((it) => it.receipt === row.receipt);
  if (last === undefined)
    return row.attempts === 0 ? (
      <span className="dim">{t('exchange.silent.untried')}</span>
    ) : (
      t('exchange.silent.times', { n: row.attempts })
    );
  return (
    <>
      <Moment at={last.at} /> {outcomeWord(last.outcome)}
    </>
  );
};

function Standing({ row, words, now }: { row: RecipientRow; words: Words; now: Date }) {
  const since = row.sentAt === null ? '' : span(now.getTime() - Date.parse(row.sentAt));
  switch (standingOf(row)) {
    case 'unreachable':
      return (
        <State tone="late">
          {t('exchange.standing.unreachable', { why: words.code('unreachable-reason', row.unreachable ?? '') })}
        </State>
      );
    case 'undelivered':
      return <State tone="late">{t('exchange.standing.undelivered', { since })}</State>;
    case 'opened':
      return <State tone="soon">{t('exchange.standing.opened', { since })}</State>;
    default:
      return <State tone="idle">{t('exchange.standing.unopened', { since })}</State>;
  }
}

function Contact({ row }: { row: RecipientRow }) {
  if (row.contact === null) return <span className="dim">{t('exchange.silent.no-contact')}</span>;
  return (
    <span className="cluster">
      {row.contact.label}
      {row.contact.phone !== null && (
        <a className="nowrap" href={`tel:${row.contact.phone}`}>
          <Icon name="phone" /> <b>{row.contact.phone}</b>
        </a>
      )}
    </span>
  );
}
