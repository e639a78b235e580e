import type { Programme } from '../shapes/programme.ts';
import { dueAfter } from './dates.ts';

/** By when contact points said to be right now have to be said so again. */
export const attestationDue = (programme: Programme, now: Date): Date => dueAfter(now, programme.contacts.attestEvery);
