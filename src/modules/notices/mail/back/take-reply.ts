import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.ts';
import { actAs, tokenHash } from '../../../../platform/acting.ts';
import type { Db } from '../../../../platform/database.ts';
import { acknowledge } from '../../../circulation/index.ts';
import { saysReceived } from './read-reply.ts';

/** A mail that came to a reply address. Nothing in it is believed but that it names a token, a sender and a word. */
export interface Reply {
  readonly token: string;
  /** Every address in its From line. */
  readonly from: readonly string[];
  readonly text: string;
  readonly automatic: boolean;
}

interface Path {
  person: string;
  seat: string;
  realm: string;
  receipt: string;
  address: string;
}

/**
 * Takes a reply for a receipt: `received`, as the person to whom the letter went, once. Anything that does not fit in
 * every way changes nothing and is answered to nobody. Says whether it was taken.
 */
export const takeReply = async (worker: Db, now: Date, reply: Reply, wake: () => void): Promise<boolean> => {
  const [sender, ...others] = reply.from;
  if (sender === undefined || others.length > 0 || reply.automatic || !saysReceived(reply.text)) return false;
  const taken = await worker.transaction().execute(async (tx) => {
    const { rows } = await sql<Path>`
      update notices.return_path t set used_at = ${now}
        from parties.person p, acting.realm r
       where t.token = ${tokenHash(reply.token)} and t.kind = 'reply' and t.used_at is null and t.until > ${now}
         and p.id = t.person and p.email = t.address and p.email = ${sender.toLowerCase()}
         and r.id = t.realm and r.closed_at is null
      returning t.person, t.seat, t.realm, t.receipt, t.address`.execute(tx);
    const [path] = rows;
    if (path === undefined) return false;
    const acting = await actAs(tx, now, path, wake);
    if (acting === null) return false;
    try {
      await acknowledge(acting, path.receipt, { state: 'received', by: 'mail' });
      return true;
    } catch (error) {
      // More was answered already, or it is not theirs any more: then there is nothing to say.
      if (error instanceof Refusal) return false;
      throw error;
    }
  });
  if (taken) wake();
  return taken;
};
