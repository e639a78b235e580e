import { sql } from 'kysely';
import type { Handling } from '../../../../kernel/marking.ts';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { ProvisionStage } from '../../shapes/provision.ts';

/** A provision as its own desk works on it. */
export interface Work {
  readonly item: string;
  readonly title: string;
  readonly handling: Handling;
  readonly sent: Date | null;
  readonly body: string;
  readonly kind: string;
  readonly number: number;
  readonly stage: ProvisionStage;
  readonly tempo: 'relay' | 'direct';
  readonly acknowledge_by: Date | null;
  readonly revision: number;
  readonly updated_at: Date;
  readonly asked_at: Date | null;
}

/** The latest version of a provision of one's own desk; anyone else is answered as if it were not there. */
export const deskOf = async (acting: Acting, provision: string, lock?: 'lock'): Promise<Work> => {
  // Taken before anything is read: whoever waited for the lock then sees what the one before has made of it.
  if (lock !== undefined) {
    await sql`select from exchange.provision_work w join exchange.provision_version v on v.item = w.item
               where v.provision = ${provision} for update of w`.execute(acting.db);
  }
  const { rows } = await sql<Work>`
    select v.item, i.title, i.handling, i.sent, v.body, v.kind, v.number, v.stage, v.tempo, v.acknowledge_by, w.revision, w.updated_at, w.asked_at
      from exchange.provision_version v
      join circulation.item i on i.id = v.item
      join exchange.provision_work w on w.item = v.item
     where v.provision = ${provision} order by v.number desc limit 1`.execute(acting.db);
  if (rows[0] === undefined) throw notFound();
  return rows[0];
};

/** Whoever changes a draft has had a hand in it, and an approval given before no longer stands. Gives the revision. */
export const noteHand = async (acting: Acting, work: Work, reasons?: string): Promise<number> => {
  await acting.db
    .updateTable('exchange.provision_work')
    .set({
      revision: work.revision + 1,
      updated_at: acting.now,
      ...(reasons === undefined ? {} : { reasons }),
    })
    .where('item', '=', work.item)
    .execute();
  await acting.db
    .insertInto('exchange.provision_editor')
    .values({ item: work.item, person: acting.person, at: acting.now })
    .onConflict((c) => c.doNothing())
    .execute();
  return work.revision + 1;
};
