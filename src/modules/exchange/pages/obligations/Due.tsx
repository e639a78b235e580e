import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import type { ObligationAhead } from '../../shapes/obligation.ts';
import { certaintyWords } from './words.ts';

/** By when, and how sure that is: an instant, promptly, or not begun. */
export function Due({ it }: { it: Pick<ObligationAhead, 'due' | 'promptly' | 'certainty'> }) {
  const unsure = certaintyWords(it.certainty);
  return (
    <span>
      {it.due !== null && <Moment at={it.due} />}
      {it.due === null && it.promptly && it.certainty !== null && t('exchange.duty.promptly')}
      {unsure !== null && <span className="small dim"> {unsure}</span>}
    </span>
  );
}
