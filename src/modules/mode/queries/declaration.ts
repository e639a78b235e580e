import type { Acting } from '../../../platform/acting.ts';
import { standingAt } from '../rules.ts';
import { confirmedOf } from './acts.ts';

/** The declaration in force in the acting realm; null in the ordinary mode. */
export const declarationNow = async (acting: Acting): Promise<string | null> =>
  standingAt(await confirmedOf(acting), acting.now)?.declaration ?? null;
