import type { Tone } from '../../../../../portal/show/State.tsx';
import { t } from '../../../../../portal/text.ts';
import type { AskingListed, AskingState } from '../../../shapes/source-approval.ts';

/** How an asking stands, in words. */
export const askingWord = (state: AskingState): string =>
  ({
    open: t('exchange.asking.state.open'),
    silent: t('exchange.asking.state.silent'),
    agreed: t('exchange.asking.state.agreed'),
    objected: t('exchange.asking.state.objected'),
    replaced: t('exchange.asking.state.replaced'),
  })[state];

export const askingTones: Readonly<Record<AskingState, Tone>> = {
  open: 'soon',
  silent: 'idle',
  agreed: 'done',
  objected: 'late',
  replaced: 'idle',
};

/** What silence means after the time has passed, in a sentence. */
export const silenceWord = (silence: AskingListed['silence']): string =>
  silence === 'releases' ? t('exchange.asking.silence.releases') : t('exchange.asking.silence.holds');
