import type { Words } from '../../../platform/http/problem.ts';

/** What letters need: where links point, and the words. */
export interface Office {
  readonly origin: string;
  readonly words: (locale: 'ja' | 'en') => Words;
}

/** What a letter is about: nothing of what waits, only how it is to be said. */
export interface Occasion {
  readonly locale: 'ja' | 'en';
  readonly realm: 'live' | 'drill' | 'exercise';
  /** `waits` as soon as one thing in it came newly. */
  readonly why: 'waits' | 'reminder' | 'key-expires' | 'address-fails';
}

const keys = {
  waits: ['notices.mail.waits.subject', 'notices.mail.waits.text'],
  reminder: ['notices.mail.reminder.subject', 'notices.mail.reminder.text'],
  'key-expires': ['notices.mail.key-expires.subject', 'notices.mail.key-expires.text'],
  'address-fails': ['notices.mail.address-fails.subject', 'notices.mail.address-fails.text'],
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
      say('notices.mail.foot'),
    ].join('\n'),
  };
};
