import './review.css';
import { tlp } from '../../../kernel/marking.ts';
import { Answer } from '../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../portal/data/page.ts';
import { useGet } from '../../../portal/data/query.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { State } from '../../../portal/show/State.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { Sight } from '../../circulation/pages/index.ts';
import { reviewDoors } from '../contract.ts';
import type { ShowcaseView } from '../doors.ts';
import { Answering } from './showcases/Answering.tsx';
import { Desk } from './showcases/Desk.tsx';

/** One showcase: what is done, how to do the same, and beside it what the reader may do. */
export default function Showcase({ params }: PageProps) {
  const showcase = useGet(reviewDoors.showShowcase, { params: { id: params['id'] ?? '' } });
  return <Answer of={showcase}>{(it) => <ShowcaseOf key={it.id} it={it} />}</Answer>;
}

function ShowcaseOf({ it }: { it: ShowcaseView }) {
  return (
    <>
      <PageHead
        title={it.title}
        mark={tlp('GREEN')}
        crumbs={[{ label: t('review.showcases'), href: '/showcases' }, { label: both(it.of) }]}
        meta={
          it.publishedAt === null ? (
            <State tone="soon">{t('review.showcase.waits')}</State>
          ) : (
            <span>
              {t('review.showcase.published')} <Moment at={it.publishedAt} as="long" />
            </span>
          )
        }
      />
      <div className="beside">
        <article className="stack-l">
          <section className="stack-s">
            <h2>{t('review.showcase.practice')}</h2>
            <p className="review-text">{it.practice}</p>
          </section>
          <section className="stack-s">
            <h2>{t('review.showcase.adopting')}</h2>
            <p className="review-text">{it.adopting}</p>
          </section>
        </article>
        <aside className="stack">
          {it.desk === null ? <Answering it={it} /> : <Desk it={it} desk={it.desk} />}
          {it.publishedAt !== null && <Sight kind="showcase" id={it.id} />}
        </aside>
      </div>
    </>
  );
}
