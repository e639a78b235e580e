import { RefusalNote } from '../../../portal/act/Refusal.tsx';
import { useNow } from '../../../portal/data/clock.tsx';
import { nearness } from '../../../portal/data/phrases.ts';
import { DeskParts } from '../../../portal/data/desk.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { Loading } from '../../../portal/list/Loading.tsx';
import { useHeld } from '../../../portal/list/useHeld.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { State } from '../../../portal/show/State.tsx';
import { Tag } from '../../../portal/show/Tag.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import type { SessionView } from '../../parties/contract.ts';
import { programmeDoors } from '../../programme/contract.ts';
import { Arrived } from './waiting/Arrived.tsx';
import { Beside, hasBeside } from './Beside.tsx';
import { CallNow } from './CallNow.tsx';
import type { DeskItem } from './waiting/collect.ts';
import { useDesk } from './waiting/useDesk.ts';
import { Waiting } from './waiting/Waiting.tsx';

/** The desk of one seat in one realm. */
export function DeskOf({ session }: { session: SessionView }) {
  const desk = useDesk(session);
  const { shown, arrived, admit } = useHeld(desk.items, (it) => it.id);
  const mode = useGet(programmeDoors.programme).data?.modes[0];
  const now = useNow();
  const take = (): void => {
    admit();
    // The button is gone now; who used the keyboard goes on at the list.
    document.getElementById('waiting')?.focus();
  };
  const beside = hasBeside(session.powers);
  const near = (items: readonly DeskItem[], which: 'late' | 'soon'): number =>
    items.filter((it) => nearness(it.due, now) === which).length;
  const [late, soon] = [near(shown, 'late'), near(shown, 'soon')];
  return (
    <>
      <PageHead
        title={t('desk.title')}
        tags={mode !== undefined && <Tag>{both(mode.title)}</Tag>}
        meta={
          <>
            <Moment at={now} as="long" />
            {late > 0 && <State tone="late">{t('desk.late', { n: late })}</State>}
            {soon > 0 && <State tone="soon">{t('desk.soon', { n: soon })}</State>}
          </>
        }
      />
      <div className="stack-s">
        <CallNow />
        <DeskParts powers={session.powers} />
      </div>
      <Arrived items={arrived} onAdmit={take} />
      <div className={beside ? 'beside desk' : 'beside desk alone'}>
        <section aria-labelledby="waiting">
          {desk.error !== null && <RefusalNote error={desk.error} retry={desk.retry} />}
          {desk.items === undefined ? (
            <Loading what={t('desk.waiting')} />
          ) : (
            <Waiting items={shown} more={desk.more} session={session} />
          )}
        </section>
        {beside && (
          <aside className="stack-l" aria-label={t('desk.beside')}>
            <Beside session={session} />
          </aside>
        )}
      </div>
    </>
  );
}
