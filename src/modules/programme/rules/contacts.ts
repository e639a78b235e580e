import type { Programme } from '../shapes/programme.ts';
import { later } from '../../../kernel/time.ts';

/** By when contact points said to be right now have to be said so again. */
export const attestationDue = (programme: Programme, now: Date): Date =>
  later(now, programme.contacts.attestEvery, programme);
