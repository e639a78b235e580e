import { type Handling, rank, tlp } from '../../kernel/marking.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { AcknowledgementState, AttemptOutcome, ItemKind } from './contract.ts';

/** Whether a recipient's answer may take the place of an earlier one: one may learn more, not less. */
export const mayFollow = (before: AcknowledgementState | null, after: AcknowledgementState): boolean =>
  before === null || before === after || after !== 'received';

/** When a silent recipient is reminded: at three quarters of the time it was given. */
export const remindAt = (sent: Date, due: Date): Date =>
  new Date(sent.getTime() + (due.getTime() - sent.getTime()) * 0.75);

const letterOf: Readonly<Record<ItemKind, string>> = {
  report: '連',
  provision: '提',
  showcase: '手',
  'situation-report': '状',
  survey: '調',
};
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The reference people say on the telephone, e.g. `連-7K3M-Q2`: made of the id, so that it counts nothing and orders
 * nothing. Thirty bits in Crockford's alphabet.
 */
export const referenceOf = (kind: ItemKind, id: string): string => {
  const bits = Number.parseInt(id.slice(0, 8), 16) >>> 2;
  const letters = [25, 20, 15, 10, 5, 0].map((shift) => alphabet[(bits >>> shift) & 31]).join('');
  return `${letterOf[kind]}-${letters.slice(0, 4)}-${letters.slice(4)}`;
};

/**
 * What a reference that somebody says or writes could mean: its kind, and the first and last id of which it would be made. Null
 * when it is none. Width and case do not matter, nor an O for a nought.
 */
export const meantBy = (
  reference: string,
): { readonly kind: ItemKind; readonly from: string; readonly to: string } | null => {
  const plain = reference
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐-―−－]/gu, '-')
    .trim();
  const found = /^(\p{Lu}|\p{Lo})-?([0-9A-Z]{4})-?([0-9A-Z]{2})$/u.exec(plain);
  const kind = Object.entries(letterOf).find(([, letter]) => letter === found?.[1])?.[0];
  if (found === null || kind === undefined) return null;
  const letters = `${found[2]}${found[3]}`.replaceAll('O', '0').replace(/[IL]/gu, '1');
  const places = [...letters].map((letter) => alphabet.indexOf(letter));
  if (places.includes(-1)) return null;
  const bits = places.reduce((sum, place) => sum * 32 + place, 0);
  const hex = (n: number): string => n.toString(16).padStart(8, '0');
  return {
    kind: kind as ItemKind,
    from: `${hex(bits * 4)}-0000-0000-0000-000000000000`,
    to: `${hex(bits * 4 + 3)}-ffff-ffff-ffff-ffffffffffff`,
  };
};

/** Refuses what is marked RED to a sign-in by password and code: it is opened with a passkey or a key only. */
export const refuseWeakSignIn = (strong: boolean, mark: Handling): void => {
  if (!strong && rank(mark) >= rank(tlp('RED'))) throw new Refusal('stronger-sign-in-needed', {}, 403);
};

/** A reference in the ways in which people look for it: with and without its first letter. */
export const spokenReference = (kind: ItemKind, id: string): string => {
  const reference = referenceOf(kind, id);
  return `${reference} ${reference.slice(2)}`;
};

/** A number that one may ring, as far as the next call asks. */
interface Ringable {
  readonly id: string;
  readonly phone: string | null;
  readonly sms: string | null;
  readonly radio: string | null;
}

/**
 * Whom to ring now: the first in order that was not tried yet; once all were, the one that was tried longest ago. Numbers that
 * turned out to be wrong are left out. Null when nobody is left. `tried` has the latest first.
 */
export const nextToCall = <T extends Ringable>(
  points: readonly T[],
  tried: readonly { readonly contact: string | null; readonly outcome: AttemptOutcome; readonly at: string }[],
): T | null => {
  const last = (it: T) => tried.find((one) => one.contact === it.id);
  const open = points.filter((it) => {
    const numbered = it.phone !== null || it.sms !== null || it.radio !== null;
    return numbered && last(it)?.outcome !== 'wrong-number';
  });
  const untried = open.find((it) => last(it) === undefined);
  if (untried !== undefined) return untried;
  return open.toSorted((a, b) => ((last(a)?.at ?? '') < (last(b)?.at ?? '') ? -1 : 1))[0] ?? null;
};
