import { useState } from 'react';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { Icon } from '../../../../portal/show/Icon.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { programmeDoors } from '../../../programme/contract.ts';
import { sightDoors } from '../../contract.ts';
import type { Sight as SightView, SightGroup, SightKind, SightRow } from '../../contract.ts';
import './sight.css';

/**
 * Who sees this, why, and who opened it, for every kind of thing, asked when somebody wants to know. `author` is the name of
 * whoever wrote it where the page was told it by other rows.
 */
export function Sight({ kind, id, author = null }: { kind: SightKind; id: string; author?: string | null }) {
  const [open, setOpen] = useState(false);
  const seen = useGet(sightDoors.showSight, { params: { kind, id } }, { enabled: open });
  return (
    <details className="panel quiet sight no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>
          <Icon name="people" /> {t('circulation.sight')}
        </h2>
      </summary>
      {open && <Answer of={seen}>{(it) => <Seen it={it} author={author} />}</Answer>}
    </details>
  );
}

function Seen({ it, author }: { it: SightView; author: string | null }) {
  const circulates = circulating.has(it.kind);
  return (
    <div className="stack-s">
      <ul className="ruled">
        {it.rows.map((row, i) => (
          // Rows carry no id: a seat's would be one more thing to know.
          <Row key={i} row={row} of={it.versions} circulates={circulates} author={author} />
        ))}
        {it.groups.map((group, i) => (
          <Group key={i} group={group} circulates={circulates} />
        ))}
      </ul>
      <p className="small dim">
        <Icon name="eyeoff" /> {t(it.whole ? 'circulation.sight.whole' : 'circulation.sight.part')}
        {circulates && ` ${t('circulation.sight.files')}`}
      </p>
    </div>
  );
}

const circulating: ReadonlySet<SightKind> = new Set(['report', 'provision', 'showcase', 'situation-report']);

/** What capacities and sectors are called. */
const useNames = () => {
  const programme = useGet(programmeDoors.programme).data;
  const named = (
    list: readonly { key: string; short?: { ja: string; en: string }; title: { ja: string; en: string } }[],
  ) => new Map(list.map((it) => [it.key, both(it.short ?? it.title)]));
  const [capacities, sectors] = [named(programme?.capacities ?? []), named(programme?.sectors ?? [])];
  return (capacity: string | null, sector: string | null): string => {
    const office = capacity === null ? t('circulation.sight.others') : (capacities.get(capacity) ?? capacity);
    return sector === null
      ? office
      : t('circulation.sight.in-sector', { office, sector: sectors.get(sector) ?? sector });
  };
};

function Row({
  row,
  of,
  circulates,
  author,
}: {
  row: SightRow;
  of: number;
  circulates: boolean;
  author: string | null;
}) {
  const nameOf = useNames();
  const told = row.body ?? (row.why === 'author' ? author : null);
  const why =
    row.circle === null
      ? t(`circulation.sight.why.${row.why}`)
      : t('circulation.sight.why.circle', { why: t(`circulation.sight.why.${row.why}`), circle: row.circle });
  return (
    <li>
      <p className="cluster">
        <b>{told ?? t('circulation.sight.masked')}</b>
        {row.mine && <span className="small">{t('circulation.sight.you')}</span>}
        {row.capacity !== null && <span className="small dim">{nameOf(row.capacity, null)}</span>}
      </p>
      <p className="small">
        {why}
        {row.via !== null && ` ${t('circulation.sight.via', { via: row.via })}`}
        {of > 1 && row.versions < of && ` ${t('circulation.sight.versions', { n: row.versions, of })}`}
      </p>
      <p className="small cluster">
        <Stands row={row} circulates={circulates && row.why !== 'author' && row.why !== 'entered'} />
        {row.knowsName !== null && row.why !== 'author' && (
          <span className={row.knowsName ? undefined : 'dim'}>
            {t(row.knowsName ? 'circulation.sight.knows' : 'circulation.sight.unnamed')}
          </span>
        )}
      </p>
    </li>
  );
}

function Stands({ row, circulates }: { row: SightRow; circulates: boolean }) {
  if (row.state === 'way') return <State tone="soon">{t('circulation.sight.state.way')}</State>;
  if (row.state === 'ended')
    return (
      <State tone="idle" icon="eyeoff">
        {t('circulation.sight.state.ended')}
      </State>
    );
  if (!circulates) return null;
  if (row.acknowledgedAt !== null)
    return (
      <State tone="done">
        {t('circulation.sight.acknowledged')} <Moment at={row.acknowledgedAt} />
      </State>
    );
  if (row.openedAt !== null)
    return (
      <State tone="info" icon="check">
        {t('circulation.sight.opened')} <Moment at={row.openedAt} />
      </State>
    );
  return <State tone="idle">{t('circulation.sight.unopened')}</State>;
}

function Group({ group, circulates }: { group: SightGroup; circulates: boolean }) {
  const nameOf = useNames();
  return (
    <li>
      <p className="cluster">
        <b>{t('circulation.sight.group', { who: nameOf(group.capacity, group.sector), n: group.count })}</b>
      </p>
      <p className="small">
        {group.state !== 'sees'
          ? t(`circulation.sight.state.${group.state}`)
          : circulates && t('circulation.sight.counts', { opened: group.opened, acknowledged: group.acknowledged })}
      </p>
    </li>
  );
}
