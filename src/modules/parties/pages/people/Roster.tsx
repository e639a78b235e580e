import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { DataTable, type Column } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { type ExceptionView, partiesDoors, type RosterView, type ShiftView } from '../../contract.ts';
import { ExceptionForm } from './ExceptionForm.tsx';
import { ShiftForm } from './ShiftForm.tsx';
import { weekdayWords } from '../words.ts';

/** One's own roster: who serves now, where nobody does, the weekly pattern and what differs from it. */
export function Roster({ keeps }: { keeps: boolean }) {
  const roster = useGet(partiesDoors.showRoster, { query: {} }, { every: 60_000 });
  return <Answer of={roster}>{(it) => <Whole it={it} keeps={keeps} />}</Answer>;
}

function Whole({ it, keeps }: { it: RosterView; keeps: boolean }) {
  const [adding, setAdding] = useState<'shift' | 'exception' | null>(null);
  const done = (): void => say(t('parties.roster.saved'));
  const endShift = useSend(partiesDoors.endShift, { onDone: done });
  const endException = useSend(partiesDoors.endException, { onDone: done });
  const error = endShift.error ?? endException.error;
  const end = (label: string, press: () => void) => (
    <Button small label={t('parties.roster.end.of', { label })} onPress={press}>
      {t('parties.roster.end')}
    </Button>
  );
  const act = { key: 'act', label: <span className="unseen-by-eye">{t('parties.act')}</span> };
  return (
    <div className="stack">
      <Serving it={it} />
      {it.gaps.length > 0 && (
        <Note tone="late">
          <b>{t('parties.roster.gaps')}</b>{' '}
          {it.gaps.slice(0, 5).map((gap) => (
            <span key={gap.from} className="nowrap">
              <Moment at={gap.from} />–<Moment at={gap.until} />
              {'　'}
            </span>
          ))}
        </Note>
      )}
      {keeps && adding === null && (
        <p className="cluster">
          <Button icon="people" onPress={() => setAdding('shift')}>
            {t('parties.roster.add.shift')}
          </Button>
          <Button icon="clock" onPress={() => setAdding('exception')}>
            {t('parties.roster.add.exception')}
          </Button>
        </p>
      )}
      {adding === 'shift' && <ShiftForm onDone={() => setAdding(null)} />}
      {adding === 'exception' && <ExceptionForm onDone={() => setAdding(null)} />}
      {error !== null && <RefusalNote error={error} />}
      <DataTable<ShiftView>
        caption={t('parties.roster.pattern')}
        rows={it.shifts}
        rowKey={(one) => one.id}
        file="roster"
        empty={<EmptyState title={t('parties.roster.none')}>{t('parties.roster.none.way')}</EmptyState>}
        columns={[
          ...shiftColumns(),
          ...(keeps
            ? [{ ...act, cell: (one: ShiftView) => end(one.called, () => endShift.mutate({ params: { id: one.id } })) }]
            : []),
        ]}
      />
      {it.exceptions.length > 0 && (
        <DataTable<ExceptionView>
          caption={t('parties.roster.exceptions')}
          rows={it.exceptions}
          rowKey={(one) => one.id}
          file="roster-exceptions"
          columns={[
            ...exceptionColumns(),
            ...(keeps
              ? [
                  {
                    ...act,
                    cell: (one: ExceptionView) =>
                      end(one.called ?? t('parties.duty.nobody'), () =>
                        endException.mutate({ params: { id: one.id } }),
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </div>
  );
}

function Serving({ it }: { it: RosterView }) {
  if (it.shifts.length + it.exceptions.length === 0) return null;
  if (it.now === null) return <Note tone="late">{t('parties.roster.now.nobody')}</Note>;
  return (
    <Note tone="done" icon="people">
      {rich('parties.roster.now', {
        who: <b>{it.now.called}</b>,
        where: [it.now.contact.label, it.now.contact.phone].filter((word) => word !== null).join(' '),
        until: <Moment at={it.now.until} />,
      })}
    </Note>
  );
}

const named = (called: string | null, gone: boolean) => (
  <>
    {called ?? t('parties.duty.nobody')} {gone && <State tone="late">{t('parties.roster.gone')}</State>}
  </>
);

const shiftColumns = (): Column<ShiftView>[] => [
  {
    key: 'called',
    label: t('parties.duty.who'),
    head: true,
    cell: (it) => named(it.called, it.gone),
    csv: (it) => it.called,
  },
  {
    key: 'days',
    label: t('parties.roster.weekdays'),
    cell: (it) => it.weekdays.map(weekdayWords).join(' '),
    csv: (it) => it.weekdays.join(' '),
  },
  {
    key: 'times',
    label: t('parties.roster.times'),
    cell: (it) => `${it.starts}–${it.ends}`,
    csv: (it) => `${it.starts}-${it.ends}`,
  },
  {
    key: 'contact',
    label: t('parties.roster.contact'),
    cell: (it) => [it.contact.label, it.contact.phone].filter((word) => word !== null).join(' '),
    csv: (it) => it.contact.phone ?? '',
  },
];

const exceptionColumns = (): Column<ExceptionView>[] => [
  {
    key: 'called',
    label: t('parties.duty.who'),
    head: true,
    cell: (it) => named(it.called, it.gone),
    csv: (it) => it.called ?? '',
  },
  { key: 'from', label: t('parties.roster.from'), cell: (it) => <Moment at={it.from} />, csv: (it) => it.from },
  { key: 'until', label: t('parties.roster.until'), cell: (it) => <Moment at={it.until} />, csv: (it) => it.until },
  { key: 'note', label: t('parties.roster.note'), cell: (it) => it.note, csv: (it) => it.note },
];
