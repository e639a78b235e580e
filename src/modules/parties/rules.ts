import { fold } from '../../kernel/text.ts';
import type { FreshnessView } from './doors/duty.ts';
import type { AgreementState } from './doors/agreements.ts';
import type { SuccessionState } from './doors/succession.ts';

/** How long a session stands, in seconds; the database counts the same twelve hours. */
export const sessionSeconds = 12 * 3600;
/** The longest life of a key, in days. */
export const longestKeyDays = 400;
/** How many keys of one person may stand at once. */
export const mostKeys = 20;
/** How many contact points a body may have at once. */
export const mostContacts = 60;
/** How long an invitation stands, in days. */
export const invitationDays = 7;

/** The longest an agreement may be made for, in days: five years, and a day for each leap year. */
export const longestAgreementDays = 1827;
/** How many circles a hub may have. */
export const mostHubCircles = 60;

/** How many places a pattern, and how many exceptions a roster may have at once. */
export const mostShifts = 60;

const day = 86_400_000;
const freshFor = 90 * day;
const recentFor = 30 * 60_000;

/** Attempts within a quarter of an hour: on one account, and from one address, which many people may share. */
export const attemptLimits = { account: 10, address: 200 } as const;

/** Why a password will not do; null when it will. `about` are words that are easily guessed: the person's address and names. */
export const passwordWeakness = (
  password: string,
  about: readonly string[],
): 'too-short' | 'too-plain' | 'tells-of-you' | null => {
  const text = password.normalize('NFKC');
  if ([...text].length < 12) return 'too-short';
  if (new Set(text).size < 5) return 'too-plain';
  const folded = fold(text).replaceAll(' ', '');
  const told = about.flatMap((word) => fold(word).split(/[\s@.]+/u)).filter((word) => word.length >= 4);
  const rest = told.reduce((left, word) => left.replaceAll(word, ''), folded);
  return rest.length < 8 ? 'tells-of-you' : null;
};

/** Whether a key may live until then. */
export const keyLife = (now: Date, until: Date): 'expiry-past' | 'key-too-long' | null => {
  if (until <= now) return 'expiry-past';
  return until.getTime() - now.getTime() > longestKeyDays * day ? 'key-too-long' : null;
};

/** Whether a session was opened recently enough to change what opens sessions. */
export const isRecent = (openedAt: Date, now: Date): boolean => now.getTime() - openedAt.getTime() <= recentFor;

/** Whether a contact point was verified within the last ninety days. */
export const isFresh = (verifiedAt: Date | null, now: Date): boolean =>
  verifiedAt !== null && now.getTime() - verifiedAt.getTime() <= freshFor;

/** Whether what a body has said of its contact points still holds; a fortnight before its date it is time to say so again. */
export const freshnessOf = (it: { attested: boolean; due: Date | null }, now: Date): FreshnessView['state'] => {
  if (it.due !== null && it.due <= now) return 'late';
  if (!it.attested || it.due === null) return 'never';
  return it.due.getTime() - now.getTime() <= 14 * day ? 'soon' : 'fresh';
};

/** Where an agreement stands. Only `in-force` lets anything through; the database's `parties.in_force` says the same. */
export const agreementState = (
  it: { accepted: boolean | null; ended: boolean; from: Date; until: Date },
  now: Date,
): AgreementState => {
  if (it.ended) return 'ended';
  if (it.accepted === false) return 'declined';
  if (it.accepted === null) return it.until <= now ? 'lapsed' : 'proposed';
  if (it.until <= now) return 'expired';
  return it.from > now ? 'coming' : 'in-force';
};

/** Whether something ends within thirty days. */
export const expiresSoon = (until: Date, now: Date): boolean => until.getTime() - now.getTime() <= 30 * day;

/** What has become of an invitation. */
export const invitationState = (
  it: { accepted_at: Date | null; revoked_at: Date | null; until: Date },
  now: Date,
): 'open' | 'accepted' | 'revoked' | 'expired' => {
  if (it.accepted_at !== null) return 'accepted';
  if (it.revoked_at !== null) return 'revoked';
  return it.until <= now ? 'expired' : 'open';
};

/** What has become of a letter. */
export const letterState = (it: {
  sent_at: Date | null;
  failed: string | null;
}): { state: 'waiting' | 'sent' | 'failed'; sentAt: string | null; why: string | null } => ({
  state: it.sent_at === null ? (it.failed === null ? 'waiting' : 'failed') : 'sent',
  sentAt: it.sent_at?.toISOString() ?? null,
  why: it.failed,
});

interface Recovering {
  readonly until: Date;
  readonly confirmed_at: Date | null;
  readonly used_at: Date | null;
  readonly revoked_at: Date | null;
}

/** What has become of a recovery. */
export const recoveryState = (it: Recovering, now: Date): 'open' | 'confirmed' | 'used' | 'revoked' | 'expired' => {
  if (it.used_at !== null) return 'used';
  if (it.revoked_at !== null && it.revoked_at < it.until) return 'revoked';
  if (it.until <= now) return 'expired';
  return it.confirmed_at === null ? 'open' : 'confirmed';
};

/** Where a succession stands; `lapsed`: its day came before anybody had taken it over. */
export const successionState = (
  it: {
    day: string;
    confirmed_at: Date | null;
    accepted_at: Date | null;
    revoked_at: Date | null;
    done_at: Date | null;
  },
  today: string,
): SuccessionState => {
  if (it.revoked_at !== null) return 'revoked';
  if (it.accepted_at !== null) return it.done_at !== null || it.day <= today ? 'done' : 'accepted';
  if (it.day < today) return 'lapsed';
  return it.confirmed_at === null ? 'proposed' : 'invited';
};

/** From when on a person is told that their account was recovered: for seven days after it was. */
export const toldSince = (now: Date): Date => new Date(now.getTime() - 7 * day);

/** The ways in that would be left; with none of them a person is locked out. */
export const waysIn = (it: { passkeys: number; password: boolean; totp: boolean }): number =>
  it.passkeys + (it.password && it.totp ? 1 : 0);

/** A browser and its system in a few words, for the list of sessions, e.g. `Firefox, Windows`. */
export const deviceOf = (userAgent: string): string => {
  const first = (names: readonly (readonly [RegExp, string])[]): string | undefined =>
    names.find(([sign]) => sign.test(userAgent))?.[1];
  const browser = first([
    [/Edg/u, 'Edge'],
    [/Firefox/u, 'Firefox'],
    [/Chrome/u, 'Chrome'],
    [/Safari/u, 'Safari'],
  ]);
  const system = first([
    [/Windows/u, 'Windows'],
    [/iPhone|iPad/u, 'iOS'],
    [/Android/u, 'Android'],
    [/Mac OS/u, 'macOS'],
    [/Linux/u, 'Linux'],
  ]);
  return [browser, system].filter((it) => it !== undefined).join(', ') || '?';
};

/**
 * The party that a passkey belongs to, from the address people open. A passkey needs a name, so an address of the machine
 * itself is known as `localhost`.
 */
export const relyingParty = (origin: string): { id: string; origins: string[] } => {
  const url = new URL(origin);
  if (url.hostname !== '127.0.0.1' && url.hostname !== '[::1]') return { id: url.hostname, origins: [url.origin] };
  url.hostname = 'localhost';
  return { id: 'localhost', origins: [url.origin] };
};
