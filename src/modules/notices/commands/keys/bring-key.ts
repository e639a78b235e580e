import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { readOthersKey } from '../../../../platform/work/openpgp.ts';
import type { MailKeyView } from '../../contract.ts';
import { keyView } from '../../queries/mail-key.ts';

/** Brings the key to which one's mail may be encrypted; it has to carry one's own address. Takes the place of an earlier one. */
export const bringKey = async (acting: Acting, input: { key: string; content: boolean }): Promise<MailKeyView> => {
  if (acting.signIn.kind === 'key') throw new Refusal('not-by-key', {}, 403);
  const { email } = await acting.db
    .selectFrom('parties.person')
    .select('email')
    .where('id', '=', acting.person)
    .executeTakeFirstOrThrow();
  const key = await readOthersKey(input.key, email, acting.now);
  const row = {
    armored: key.armored,
    fingerprint: key.fingerprint,
    user_id: key.userId,
    expires_at: key.expiresAt,
    content: input.content,
    added_at: acting.now,
  };
  await acting.db
    .insertInto('notices.mail_key')
    .values({ person: acting.person, ...row })
    .onConflict((on) => on.column('person').doUpdateSet(row))
    .execute();
  await acting.record({ fact: 'mail-key.added', subject: acting.person });
  return keyView(row, acting.now);
};
