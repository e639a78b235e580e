import './notices.css';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../portal/act/Refusal.tsx';
import { usePages, useSend } from '../../../portal/data/query.ts';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { More } from '../../../portal/list/More.tsx';
import { RowKeys } from '../../../portal/list/RowKeys.tsx';
import { useFilters } from '../../../portal/list/useFilters.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { MarkingChip } from '../../../portal/show/MarkingChip.tsx';
import { Tabs } from '../../../portal/show/Tabs.tsx';
import { Tag } from '../../../portal/show/Tag.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { t } from '../../../portal/text.ts';
import { noticesDoors, type NoticeView } from '../contract.ts';
import { thingWords, whyWords } from './words.ts';

/** What one was told of in this seat, newest first. */
export default function Notices() {
  const [filters] = useFilters({ show: 'all' });
  const unread = filters.show === 'unread';
  const list = usePages(noticesDoors.listNotices, { query: unread ? { unread: 'true' } : {} });
  const settle = useSend(noticesDoors.settleNotices, { quiet: true });
  const newest = list.items[0]?.at;
  return (
    <>
      <PageHead
        title={t('notices.title')}
        aside={
          <span className="cluster">
            <Button
              small
              wait={settle.isPending}
              why={list.items.some((it) => it.readAt === null) ? undefined : t('notices.all-read.none')}
              onPress={() => newest !== undefined && settle.mutate({ body: { until: newest } })}
            >
              {t('notices.all-read')}
            </Button>
            <Button small href="/notices/settings">
              {t('notices.settings')}
            </Button>
          </span>
        }
      />
      <Tabs
        label={t('notices.show')}
        current={unread ? 'unread' : 'all'}
        items={[
          { key: 'all', label: t('notices.show.all'), href: '/notices' },
          { key: 'unread', label: t('notices.show.unread'), href: '/notices?show=unread' },
        ]}
      />
      {settle.error !== null && <RefusalNote error={settle.error} />}
      <Answer of={list.query}>
        {() =>
          list.items.length === 0 ? (
            <EmptyState title={unread ? t('notices.none-unread') : t('notices.none')}>
              {t('notices.none.way')}
            </EmptyState>
          ) : (
            <RowKeys>
              <ul className="notice-list ruled">
                {list.items.map((it) => (
                  <Row
                    key={it.id}
                    it={it}
                    onOpen={() => it.readAt === null && settle.mutate({ body: { notices: [it.id] } })}
                  />
                ))}
              </ul>
            </RowKeys>
          )
        }
      </Answer>
      <More of={list} />
    </>
  );
}

function Row({ it, onOpen }: { it: NoticeView; onOpen: () => void }) {
  const { subject } = it;
  return (
    <li className={it.readAt === null ? 'notice unread' : 'notice'} data-row>
      <p className="why">
        {it.readAt === null && <Tag tone="new">{t('notices.unread')}</Tag>}{' '}
        {it.rehearsal !== null && <Tag tone="solid">{t(`notices.mail.${it.rehearsal}`)}</Tag>} {whyWords(it)}{' '}
        {it.urgent && it.readAt === null && <Tag tone="must">{t('notices.urgent')}</Tag>}
      </p>
      <p className="what">
        {subject !== null ? (
          <a href={it.why === 'call' ? '/calls' : `/${subject.kind}s/${subject.id}`} onClick={onOpen}>
            {subject.title}
          </a>
        ) : it.thing !== null ? (
          <a href={thingWords(it.thing).href} onClick={onOpen}>
            {thingWords(it.thing).text}
          </a>
        ) : it.why === 'key-expires' ? (
          <a href="/notices/settings" onClick={onOpen}>
            {t('notices.settings')}
          </a>
        ) : it.why === 'address-fails' || it.why === 'contacts' ? (
          <a href="/people" onClick={onOpen}>
            {t('notices.people')}
          </a>
        ) : (
          <span className="dim">{t('notices.gone')}</span>
        )}{' '}
        {subject !== null && <span className="small dim number">{subject.reference}</span>}
      </p>
      <p className="mark">{subject !== null && <MarkingChip mark={subject.handling} />}</p>
      <p className="at small dim">
        <Moment at={it.at} as="both" />
      </p>
    </li>
  );
}
