import type { ItemKind } from '../../circulation/contract.ts';
import { type Handling, label } from '../../../kernel/marking.ts';
import { clockTime, longDay } from '../../../kernel/time.ts';
import type { ReturnTokens } from './back/return-paths.ts';
import type { Words } from '../../../platform/http/problem.ts';

/** Encrypts a text for the reader of a key or certificate; fails where that does not stand any more. */
export type Seal = (text: string, key: string, now: Date) => Promise<string>;

/** What letters need: where links point, the words, and how something is encrypted for one reader's key. */
export interface Office {
  readonly origin: string;
  readonly words: (locale: 'ja' | 'en') => Words;
  /** Null where nothing that is sent back would be read. */
  readonly returns: ReturnTokens | null;
  readonly seal: Seal | null;
  /** The same for a certificate (S/MIME). */
  readonly sealCms: Seal | null;
}

/** What a letter is about: nothing of what waits, only how it is to be said. */
export interface Occasion {
  readonly locale: 'ja' | 'en';
  readonly realm: 'live' | 'drill' | 'exercise';
  /** `waits` as soon as one thing in it came newly. */
  /** One receipt alone is its cause, so that a reply can be taken for it. */
  readonly answerable: boolean;
  readonly why: 'waits' | 'reminder' | 'key-expires' | 'address-fails' | 'drill-real';
}

const keys = {
  waits: ['notices.mail.waits.subject', 'notices.mail.waits.text'],
  reminder: ['notices.mail.reminder.subject', 'notices.mail.reminder.text'],
  'key-expires': ['notices.mail.key-expires.subject', 'notices.mail.key-expires.text'],
  'address-fails': ['notices.mail.address-fails.subject', 'notices.mail.address-fails.text'],
  'drill-real': ['notices.mail.drill-real.subject', 'notices.mail.drill-real.text'],
} as const;

const realmKeys = { drill: 'notices.mail.drill', exercise: 'notices.mail.exercise' } as const;

/** A letter that says that something waits and where to look; never what, from whom or how many. */
export const plainLetter = (office: Office, it: Occasion): { subject: string; text: string } => {
  const words = office.words(it.locale);
  const say = (key: string): string => words(key) ?? key;
  const mark = it.realm === 'live' ? '' : say(realmKeys[it.realm]);
  const [subject, text] = keys[it.why];
  return {
    subject: `${mark}${say(subject)}`,
    text: [
      ...(mark === '' ? [] : [`${mark}${say('notices.mail.not-real')}`, '']),
      say(text),
      '',
      `${office.origin}/notices`,
      '',
      ...(it.answerable ? [say('notices.mail.reply'), ''] : []),
      say('notices.mail.foot'),
    ].join('\n'),
  };
};

/** One thing that waits, as its reader may see it at this moment. */
export interface Told {
  readonly kind: ItemKind;
  readonly subject: string;
  readonly reference: string;
  readonly title: string;
  readonly handling: Handling;
  readonly due: Date | null;
}

const kindKeys: Readonly<Record<ItemKind, string>> = {
  report: 'notices.mail.kind.report',
  provision: 'notices.mail.kind.provision',
  showcase: 'notices.kind.showcase',
  'situation-report': 'notices.kind.situation-report',
  survey: 'notices.kind.survey',
};

/** The inside of an encrypted letter: what waits, each under its mark. Its subject outside stays that of a plain one. */
export const toldText = (office: Office, it: Occasion, told: readonly Told[]): string => {
  const words = office.words(it.locale);
  const say = (key: string): string => words(key) ?? key;
  const mark = it.realm === 'live' ? '' : say(realmKeys[it.realm]);
  const due = (at: Date): string => `${longDay(at, it.locale)} ${clockTime(at)}`;
  return [
    ...(mark === '' ? [] : [`${mark}${say('notices.mail.not-real')}`, '']),
    say('notices.mail.told'),
    ...told.flatMap((one) => [
      '',
      `【${label(one.handling)}】${mark}${say(kindKeys[one.kind])} ${one.reference}`,
      one.title,
      ...(one.due === null ? [] : [`${say('notices.mail.due')} ${due(one.due)}`]),
      `${office.origin}/${one.kind}s/${one.subject}`,
    ]),
    '',
    say('notices.mail.told.more'),
    `${office.origin}/notices`,
    ...(it.answerable ? ['', say('notices.mail.reply')] : []),
  ].join('\n');
};
