import { clockTime, longDay } from '../../../../kernel/time.ts';
import type { LetterOffice } from './office.ts';

/** A text of the messages with its holes filled. */
export const fill = (office: LetterOffice, locale: 'ja' | 'en', key: string, holes: Record<string, string>): string =>
  (office.words(locale)(key) ?? key).replaceAll(/\{(\w+)\}/gu, (all, hole: string) => holes[hole] ?? all);

/** An instant as a letter says it. */
export const instantWords = (at: Date, locale: 'ja' | 'en'): string => `${longDay(at, locale)} ${clockTime(at)}`;

/** What an armed invitation tells. */
export interface ArmedInvitation {
  readonly name_ja: string;
  readonly name_en: string;
  readonly body_ja: string;
  readonly body_en: string;
  readonly title_ja: string | null;
  readonly title_en: string | null;
  readonly invited_at: Date;
  readonly until: Date;
}

/**
 * The letter that an invitation waits: who is invited into which seat, from when until when, and the link. In both
 * languages, because nobody knows yet which one the invited person reads.
 */
export const invitationLetter = (
  office: LetterOffice,
  it: ArmedInvitation,
  secret: string,
): { subject: string; text: string } => {
  const link = `${office.origin}/invitation#${secret}`;
  const told = (locale: 'ja' | 'en'): string =>
    fill(office, locale, 'parties.letter.invitation.text', {
      name: it[`name_${locale}`],
      seat: `${it[`body_${locale}`]} ${it[`title_${locale}`] ?? ''}`.trim(),
      from: instantWords(it.invited_at, locale),
      until: instantWords(it.until, locale),
      link,
    });
  return {
    subject: fill(office, 'ja', 'parties.letter.invitation.subject', {}),
    text: `${told('ja')}\n\n--\n\n${told('en')}\n`,
  };
};
