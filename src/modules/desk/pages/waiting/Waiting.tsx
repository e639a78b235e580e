import { label } from '../../../../kernel/marking.ts';
import { useNow } from '../../../../portal/data/clock.tsx';
import { dayAndTime, type Nearness, nearness } from '../../../../portal/data/phrases.ts';
import { CsvButton } from '../../../../portal/list/CsvButton.tsx';
import { DeskGroup } from '../../../../portal/list/DeskGroup.tsx';
import { DeskRow } from '../../../../portal/list/DeskRow.tsx';
import { RowKeys } from '../../../../portal/list/RowKeys.tsx';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { Tabs } from '../../../../portal/show/Tabs.tsx';
import { t } from '../../../../portal/text.ts';
import type { SessionView } from '../../../parties/contract.ts';
import { About, useSectors, verbOf, whoOf } from './About.tsx';
import { countsOf, type DeskItem, markOf } from './collect.ts';
import { Nothing } from './Nothing.tsx';

const groups: readonly Nearness[] = ['late', 'soon', 'today', 'later', 'none'];

/** What waits, in groups by its deadline, narrowed by what there is to do. */
export function Waiting({ items, more, session }: { items: readonly DeskItem[]; more: boolean; session: SessionView }) {
  const now = useNow();
  const [{ v }] = useFilters({ v: '' });
  const counts = countsOf(items);
  const asked = counts.some((it) => it.deed === v) ? v : '';
  const shown = asked === '' ? items : items.filter((it) => it.deed === asked);
  const by = Map.groupBy(shown, (it) => nearness(it.due, now));
  if (items.length === 0)
    return (
      <div className="stack-s">
        <h2 id="waiting" tabIndex={-1}>
          {t('desk.waiting')}
        </h2>
        <Nothing session={session} />
      </div>
    );
  const tabs = [
    { key: '', label: t('desk.tab.all'), count: items.length, href: '/' },
    ...counts.map(({ deed, count }) => ({
      key: deed,
      label: t(`desk.tab.${deed}`),
      count,
      href: `/?v=${deed}`,
    })),
  ];
  return (
    <RowKeys end={<Csv items={shown} />}>
      <div className="split">
        <h2 id="waiting" tabIndex={-1}>
          {t('desk.waiting')}
          <small className="dim">{t('desk.order', { n: shown.length })}</small>
        </h2>
        {counts.length > 1 && <Tabs label={t('desk.filter')} current={asked} items={tabs} />}
      </div>
      {groups.map((group) => (
        <Group key={group} group={group} items={by.get(group) ?? []} />
      ))}
      {more && <p className="small dim">{t('desk.more')}</p>}
    </RowKeys>
  );
}

/** What has no deadline is shown as far as one reads; the rest stands in the rooms' own lists. */
const READ = 12;

function Group({ group, items }: { group: Nearness; items: readonly DeskItem[] }) {
  const shown = group === 'none' ? items.slice(0, READ) : items;
  return (
    <>
      <DeskGroup title={t(`desk.group.${group}`)} count={items.length}>
        {shown.map((it) => (
          <DeskRow
            key={it.id}
            title={verbOf(it)}
            href={it.href}
            due={it.due}
            about={<About of={it} />}
            mark={it.mark}
            action={t(`desk.button.${it.deed}`)}
            {...(it.deed === 'chase' ? { icon: 'phone' as const } : {})}
          />
        ))}
      </DeskGroup>
      {shown.length < items.length && (
        <p className="table-foot">
          {t('desk.rest', { n: items.length - shown.length })}
          <a href="/reports?waiting=yes">{t('desk.rest.reports')}</a>
          <a href="/provisions">{t('desk.rest.provisions')}</a>
        </p>
      )}
    </>
  );
}

function Csv({ items }: { items: readonly DeskItem[] }) {
  const now = useNow();
  const sector = useSectors();
  const mark = markOf(items);
  const head = ['due', 'do', 'title', 'from', 'reference', 'mark'].map((key) => t(`desk.csv.${key}`));
  const rows = items.map((it) => [
    it.due === null ? '' : dayAndTime(it.due, now),
    verbOf(it),
    it.title,
    whoOf(it, sector),
    it.reference,
    label(it.mark),
  ]);
  // The list carries the strictest mark of what it names, in the name of its file as well.
  return (
    <CsvButton file={mark === null ? t('desk.title') : `[${label(mark)}] ${t('desk.title')}`} head={head} rows={rows} />
  );
}
