import { RowKeys } from '../../../../portal/list/RowKeys.tsx';
import { Icon } from '../../../../portal/show/Icon.tsx';
import { MarkingChip } from '../../../../portal/show/MarkingChip.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import type { ThreadListed } from '../../contract.ts';

/** Threads, the one last spoken in first: what is new in them, where they stand, who spoke last. */
export function ThreadRows({ threads, within = false }: { threads: readonly ThreadListed[]; within?: boolean }) {
  return (
    <RowKeys>
      <ul className="ruled threads">
        {threads.map((it) => (
          <li key={it.id} data-row className={it.unread > 0 ? 'is-new' : undefined}>
            <p className="split">
              <a data-open href={`/channels/${it.id}`}>
                {it.title}
              </a>
              <MarkingChip mark={it.handling} />
            </p>
            <p className="small dim cluster">
              {it.unread > 0 && <Tag tone="new">{t('channels.unread', { n: it.unread })}</Tag>}
              {it.aside && (
                <span>
                  <Icon name="lock" /> {t('channels.aside')}
                </span>
              )}
              {!within && <span>{it.space.title}</span>}
              <span>{t('channels.last', { who: it.lastFrom })}</span>
              <Moment at={it.lastAt} />
              {it.guestUntil !== null && (
                <span>
                  {t('channels.guest-until')} <Moment at={it.guestUntil} />
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </RowKeys>
  );
}
