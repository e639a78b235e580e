import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { isRecent, waysIn } from '../../rules.ts';
import { needSession } from '../sign-in/opening.ts';

/** Refuses unless a session asks that was opened within the last half hour: a stolen one shall not make itself a way in. */
export const needRecentSession = async (acting: Acting): Promise<void> => {
  needSession(acting);
  const session = await acting.db
    .selectFrom('acting.sign_in')
    .select('created_at')
    .where('id', '=', acting.signIn.id)
    .executeTakeFirst();
  if (session === undefined || !isRecent(session.created_at, acting.now)) throw new Refusal('sign-in-again', {}, 403);
};

/** The acting person's own row. */
export const meOf = async (
  acting: Acting,
): Promise<{ id: string; email: string; name_ja: string; name_en: string; locale: 'ja' | 'en' }> => {
  const me = await acting.db
    .selectFrom('parties.person')
    .select(['id', 'email', 'name_ja', 'name_en', 'locale'])
    .where('id', '=', acting.person)
    .executeTakeFirstOrThrow();
  return { ...me, locale: me.locale === 'en' ? 'en' : 'ja' };
};

/** Refuses to leave the acting person without any way in. */
export const keepOneWayIn = async (acting: Acting): Promise<void> => {
  const passkeys = await acting.db
    .selectFrom('parties.passkey')
    .select('id')
    .where('person', '=', acting.person)
    .execute();
  const password = await acting.db
    .selectFrom('parties.password')
    .select('person')
    .where('person', '=', acting.person)
    .executeTakeFirst();
  const totp = await acting.db
    .selectFrom('parties.totp')
    .select('confirmed_at')
    .where('person', '=', acting.person)
    .executeTakeFirst();
  const left = waysIn({
    passkeys: passkeys.length,
    password: password !== undefined,
    totp: (totp?.confirmed_at ?? null) !== null,
  });
  if (left === 0) throw new Refusal('last-credential');
};
