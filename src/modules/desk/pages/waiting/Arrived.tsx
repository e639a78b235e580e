import { Button } from '../../../../portal/act/Button.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import type { DeskItem } from './collect.ts';

/** Says that something came while one was reading, and lets it in when one is ready. Nothing moves before that. */
export function Arrived({ items, onAdmit }: { items: readonly DeskItem[]; onAdmit: () => void }) {
  const first = items[0];
  return (
    <div role="status">
      {first !== undefined && (
        <Note
          action={
            <Button small onPress={onAdmit}>
              {t('desk.admit')}
            </Button>
          }
        >
          <b>{t('desk.arrived', { n: items.length })}</b>{' '}
          {rich(first.from === null ? 'desk.arrived-what' : 'desk.arrived-from', {
            at: <Moment at={first.at} />,
            from: first.from,
            title: first.title,
          })}
        </Note>
      )}
    </div>
  );
}
