import type { Acting } from '../../../../platform/acting.ts';
import { meOf } from '../credentials/guard.ts';
import { needSession } from './opening.ts';

/** Changes the acting person's own language and the reading of the name. */
export const changeMe = async (
  acting: Acting,
  input: { locale?: 'ja' | 'en' | undefined; kana?: string | undefined },
): Promise<{ locale: 'ja' | 'en' }> => {
  needSession(acting);
  const { locale, kana } = input;
  if (locale !== undefined || kana !== undefined)
    await acting.db
      .updateTable('parties.person')
      .set({ ...(locale === undefined ? {} : { locale }), ...(kana === undefined ? {} : { kana }) })
      .where('id', '=', acting.person)
      .execute();
  return { locale: (await meOf(acting)).locale };
};
