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

/** What a letter about a recovery tells. */
export interface ArmedRecovery {
  readonly name_ja: string;
  readonly name_en: string;
  readonly locale: string;
  readonly opened_at: Date;
  readonly until: Date;
  readonly used_at: Date | null;
}

/** A letter to the person of a recovery, in their language. Only the one of kind `recovery` holds the link; none the word. */
export const recoveryLetter = (
  office: LetterOffice,
  kind: 'recovery-opened' | 'recovery' | 'recovery-used',
  it: ArmedRecovery,
  secret: string,
): { subject: string; text: string } => {
  const locale = it.locale === 'en' ? 'en' : 'ja';
  const key = { 'recovery-opened': 'opened', recovery: 'link', 'recovery-used': 'used' }[kind];
  const holes = {
    name: it[`name_${locale}`],
    at: instantWords(it.used_at ?? it.opened_at, locale),
    until: instantWords(it.until, locale),
    link: `${office.origin}/recovery#${secret}`,
    origin: office.origin,
  };
  return {
    subject: fill(office, locale, `parties.letter.recovery.${key}.subject`, holes),
    text: `${fill(office, locale, `parties.letter.recovery.${key}.text`, holes)}\n`,
  };
};
