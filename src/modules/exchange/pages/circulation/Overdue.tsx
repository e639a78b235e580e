import { Button } from '../../../../portal/act/Button.tsx';
import { left } from '../../../../portal/data/phrases.ts';
import { Note } from '../../../../portal/show/Note.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { figure, rich, t } from '../../../../portal/text.ts';
import type { CirculationView } from '../../../circulation/contract.ts';
import { listed } from '../words/lists.ts';
import type { Words } from '../words/programme.ts';
import { silentIn } from './reach.ts';

/** Says whether the time to acknowledge has passed, and how many of each tier are still silent. */
export function Overdue({ view, words, now }: { view: CirculationView; words: Words; now: Date }) {
  const silent = view.tiers
    .filter((tier) => silentIn(tier) > 0)
    .map((tier) => `${words.capacity(tier.tier)} ${figure(silentIn(tier))}`);
  if (silent.length === 0)
    return (
      <Note tone="done" live>
        <b>{t('exchange.reach.all')}</b>
      </Note>
    );
  const due = view.due === null ? null : new Date(view.due);
  const late = due !== null && due <= now;
  const call = (
    <Button icon="phone" href="#silent">
      {t('exchange.reach.call')}
    </Button>
  );
  return (
    <Note tone={late ? 'late' : 'info'} icon={late ? 'stop' : 'clock'} action={call}>
      {due !== null && (
        <b>
          {rich(late ? 'exchange.reach.late' : 'exchange.reach.until', {
            when: <Moment at={due} />,
            left: left(due, now),
          })}
        </b>
      )}{' '}
      {t('exchange.reach.silent', { who: listed(silent) })}
    </Note>
  );
}
