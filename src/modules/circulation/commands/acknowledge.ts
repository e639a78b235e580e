import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { AcknowledgementState } from '../contract.ts';
import { mayFollow } from '../rules.ts';

interface Row {
  before: AcknowledgementState | null;
  done: boolean;
  acknowledged_at: Date | null;
}

/**
 * Acknowledges one's own receipt. The first time stands; the state may go on, never back to a mere `received`. On the
 * worst day thousands do this within minutes, so look, change and journal are one statement. A word that somebody above
 * took by telephone binds nobody: the first answer of one's own may say anything.
 */
export const acknowledge = async (
  acting: Acting,
  receipt: string,
  input: { state: AcknowledgementState; note?: string | undefined; by?: 'mail' },
): Promise<{ receipt: string; state: AcknowledgementState; acknowledgedAt: string; note: string | null }> => {
  const note = input.note === undefined || input.note === '' ? null : input.note;
  const allowed = (['received', 'not-affected', 'investigating', 'affected'] as const).filter((before) =>
    mayFollow(before, input.state),
  );
  // Who answers a mail has not seen what waits: that it was opened is not said of them.
  const byMail = input.by === 'mail';
  const entry = randomUUID();
  const { rows } = await sql<Row>`
    with mine as (
      select id, item, case when spoken_at is not null and own_at is null then null else state end as state, acknowledged_at
        from circulation.receipt
       where id = ${receipt} and seat = ${acting.seat} and sent_at is not null for update
    ), done as (
      update circulation.receipt r
         set state = ${input.state}, note = coalesce(${note}, r.note), acknowledged_at = coalesce(r.acknowledged_at, ${acting.now}),
             own_at = coalesce(r.own_at, ${acting.now}),
             opened_at = coalesce(r.opened_at, ${byMail ? null : acting.now}::timestamptz), changed_at = ${acting.now}
        from mine where r.id = mine.id and (mine.state is null or mine.state = any (${allowed}))
      returning r.id, r.item, mine.state as before, r.acknowledged_at
    ), told as (
      insert into journal.entry (id, at, realm, fact, subject, open_to, detail)
      select ${entry}, ${acting.now}, ${acting.realm}, 'receipt.acknowledged', d.item, 'actor',
             jsonb_build_object('state', ${input.state}::text, 'first', d.before is null)
               || case when ${byMail}::boolean then jsonb_build_object('by', 'mail') else '{}'::jsonb end from done d
    ), signed as (
      insert into journal.actor (entry, seat, person) select ${entry}, ${acting.seat}, ${acting.person} from done
    )
    select m.state as before, d.id is not null as done, d.acknowledged_at from mine m left join done d on d.id = m.id`.execute(
    acting.db,
  );
  const row = rows[0];
  if (row === undefined) throw notFound();
  if (!row.done) throw new Refusal('state-goes-back', { from: row.before, to: input.state });
  acting.afterCommit(acting.wake);
  return { receipt, state: input.state, acknowledgedAt: (row.acknowledged_at ?? acting.now).toISOString(), note };
};
