import type { Tone } from '../../../../portal/show/State.tsx';
import { t } from '../../../../portal/text.ts';
import type { ObligationView } from '../../shapes/obligation.ts';

/** How a duty stands, in a tone and words. */
export const standingOf = (it: ObligationView): { tone: Tone; words: string } => {
  if (it.state === 'missed')
    return { tone: 'late', words: t(it.metAt === null ? 'exchange.duty.missed' : 'exchange.duty.done-late') };
  if (it.state === 'met') return { tone: 'done', words: t(it.promptly ? 'exchange.duty.done' : 'exchange.duty.met') };
  if (it.state === 'cancelled')
    return {
      tone: 'idle',
      words: t(it.reason === 'withdrawn' ? 'exchange.duty.withdrawn' : 'exchange.duty.no-longer'),
    };
  return { tone: it.remindedAt === null ? 'info' : 'soon', words: t('exchange.duty.planned') };
};

/** How sure the start of its clock is, where that has to be said. */
export const certaintyWords = (certainty: ObligationView['certainty']): string | null => {
  if (certainty === null) return t('exchange.duty.not-begun');
  return {
    known: null,
    about: t('exchange.duty.about'),
    earliest: t('exchange.duty.earliest'),
    assumed: t('exchange.duty.assumed'),
  }[certainty];
};
