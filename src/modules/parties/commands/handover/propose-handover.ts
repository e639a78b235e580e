import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { HandoverInput } from '../../contract.ts';

/** Proposes that from a day on another seat answers for a sector. Nothing changes before a second person confirms it. */
export const proposeHandover = async (acting: Acting, input: HandoverInput): Promise<{ id: string }> => {
  const seats = await acting.db
    .selectFrom('parties.seat')
    .select(['id', 'capacity', 'valid_to'])
    .where('id', 'in', [input.from, input.to])
    .execute();
  const [from, to] = [seats.find((it) => it.id === input.from), seats.find((it) => it.id === input.to)];
  if (from === undefined || to === undefined) throw notFound();
  if (from === to || from.capacity !== to.capacity) throw new Refusal('handover-other-capacity');
  if (to.valid_to !== null && to.valid_to <= input.day) throw new Refusal('handover-other-capacity');
  const { rows } = await sql<{ today: string; open: boolean; competent: boolean }>`
    select acting.day(${acting.now}) as today,
           exists (select from parties.handover h where h.sector = ${input.sector} and h.from_seat = ${input.from} and h.done_at is null and h.revoked_at is null) as open,
           exists (select from parties.competence c where c.sector = ${input.sector} and c.seat = ${input.from}
                      and c.valid_from < ${input.day} and (c.valid_to is null or c.valid_to > ${input.day})) as competent`.execute(
    acting.db,
  );
  const [at] = rows;
  if (at === undefined || input.day < at.today) throw new Refusal('handover-past');
  if (!at.competent) throw new Refusal('handover-not-competent');
  if (at.open) throw new Refusal('handover-open-already');
  const id = randomUUID();
  await acting.db
    .insertInto('parties.handover')
    .values({
      id,
      sector: input.sector,
      from_seat: input.from,
      to_seat: input.to,
      day: input.day,
      keeps: input.keeps,
      reason: input.reason,
      proposed_by: acting.person,
      proposed_at: acting.now,
    })
    .execute();
  await acting.record({ fact: 'handover.proposed', subject: id });
  return { id };
};
