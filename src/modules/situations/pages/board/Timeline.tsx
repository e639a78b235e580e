import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { Tabs } from '../../../../portal/show/Tabs.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { t } from '../../../../portal/text.ts';
import type { Board, Moment as Happened } from '../../shapes.ts';
import { type BoardWords, entryWord, howWord, kindWord, partWord, stateWord } from '../words.ts';
import type { Part, SectorState, SpillView } from '../../shapes.ts';

const shows = {
  all: () => true,
  report: (it: Happened) => it.kind === 'report',
  state: (it: Happened) => it.kind === 'state' || it.kind === 'asked' || it.kind === 'spill',
  decision: (it: Happened) => it.kind === 'decision' || it.kind === 'mode',
  entry: (it: Happened) => it.kind === 'entry',
} as const;
type Shown = keyof typeof shows;

/** How many lines are shown before one asks for the rest. */
const first = 12;

/** What happened, the latest first, by kind. */
export function Timeline({ it, words }: { it: Board; words: BoardWords }) {
  const [{ show }] = useFilters({ show: 'all' });
  const shown: Shown = show in shows ? (show as Shown) : 'all';
  const [whole, setWhole] = useState(false);
  const all = it.timeline.filter(shows[shown]);
  const rows = whole ? all : all.slice(0, first);
  const tabs: readonly Shown[] =
    it.reports === null ? ['all', 'state', 'decision', 'entry'] : ['all', 'report', 'state', 'decision', 'entry'];
  return (
    <section>
      <h2 className="with-tool">
        {t('situations.timeline')}
        <Tabs
          label={t('situations.timeline')}
          current={shown}
          items={tabs.map((key) => ({
            key,
            label: tabWord(key),
            href: key === 'all' ? `/situations/${it.id}` : `/situations/${it.id}?show=${key}`,
          }))}
        />
      </h2>
      {rows.length === 0 ? (
        <p className="small dim">{t('situations.timeline.none')}</p>
      ) : (
        <ol className="ruled moments">
          {rows.map((row) => (
            <li key={`${row.kind} ${row.id}`}>
              <Moment at={row.at} />
              <Tag tone={row.kind === 'decision' || row.kind === 'mode' ? 'new' : 'plain'}>{kindWord(row.kind)}</Tag>
              <span>
                <What row={row} words={words} />
                {row.by !== null && <span className="dim">　{row.by}</span>}
                {!row.shared && <span className="dim small">　{t('situations.own-only')}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
      {all.length > rows.length && (
        <p className="actions">
          <Button onPress={() => setWhole(true)}>
            {t('situations.timeline.rest', { n: all.length - rows.length })}
          </Button>
        </p>
      )}
    </section>
  );
}

const tabWord = (key: Shown): string =>
  ({
    all: t('situations.show.all'),
    report: t('situations.show.report'),
    state: t('situations.show.state'),
    decision: t('situations.show.decision'),
    entry: t('situations.show.entry'),
  })[key];

function What({ row, words }: { row: Happened; words: BoardWords }) {
  const sector = (row.sector ?? '').split(' ').map(words.sector).join(t('situations.and'));
  switch (row.kind) {
    case 'report':
      return (
        <>
          {sector} {row.report === null ? row.text : <a href={`/reports/${row.report}`}>{row.text}</a>}
        </>
      );
    case 'state':
      return (
        <>
          <b>
            {sector} {stateWord(row.what as SectorState)}
          </b>{' '}
          {row.text}
        </>
      );
    case 'spill': {
      const [cause, effect] = (row.sector ?? ' ').split(' ');
      return (
        <>
          {t('situations.spill.line', {
            cause: words.sector(cause ?? ''),
            effect: words.sector(effect ?? ''),
            how: howWord(row.what as SpillView['how']),
          })}{' '}
          {row.text}
        </>
      );
    }
    case 'decision':
      return <b>{row.text}</b>;
    case 'entry':
      return (
        <>
          <span className="dim">{t('situations.bracket', { text: entryWord(row.what) })}</span> {row.text}
        </>
      );
    case 'asked':
      return <>{t('situations.asked.line', { sector })}</>;
    case 'shared':
      return <>{t('situations.shared.line', { part: partWord(row.what as Part) })}</>;
    case 'mode':
      return <b>{t('situations.mode.line', { verb: verbOf(row.what), basis: row.text ?? '' })}</b>;
    default:
      return <>{[courseOf(row.what), row.text].filter((it) => it !== null).join(t('situations.colon'))}</>;
  }
}

const courseOf = (what: string): string =>
  what === 'ended'
    ? t('situations.course.did-end')
    : what === 'reopened'
      ? t('situations.course.did-reopen')
      : t('situations.course.did-open');

const verbOf = (what: string): string =>
  what === 'declare'
    ? t('situations.mode.declare')
    : what === 'widen'
      ? t('situations.mode.widen')
      : what === 'narrow'
        ? t('situations.mode.narrow')
        : t('situations.mode.stand-down');
