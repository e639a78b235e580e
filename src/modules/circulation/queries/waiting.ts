import { sql } from 'kysely';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import type { Handling } from '../../../kernel/marking.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { circulationDoors, ItemKind } from '../contract.ts';
import { referenceOf } from '../rules.ts';

type Waiting = OutputOf<typeof circulationDoors.waiting>;

interface DeadlineRow {
  id: string;
  kind: Waiting['deadlines'][number]['kind'];
  due: Date;
  subject: string;
  item_kind: ItemKind;
  title: string;
  handling: Handling;
}

// A sending that some never acknowledged is not chased for ever; a duty to pass something on never lapses.
const aMonth = 30 * 86_400_000;

/** What waits for the acting seat and the deadlines that run for it, nearest first. */
export const waiting = async (acting: Acting): Promise<Waiting> => {
  const counts = await sql<{ kind: ItemKind; n: number; late: number }>`
    select kind, count(*) as n, count(*) filter (where due < ${acting.now}) as late from circulation.receipt
     where seat = ${acting.seat} and realm = ${acting.realm} and sent_at is not null
       and closed_at is null and (acknowledged_at is null or (must_relay and relayed_at is null))
     group by kind`.execute(acting.db);
  const deadlines = await sql<DeadlineRow>`
    select d.id, d.kind, d.due, i.subject, i.kind as item_kind, i.title, i.handling
      from circulation.deadline d join circulation.item i on i.id = d.item
     where d.seat = ${acting.seat} and d.realm = ${acting.realm} and d.met_at is null
       and (d.kind <> 'acknowledge' or d.due > ${new Date(acting.now.getTime() - aMonth)})
     order by d.due limit 100`.execute(acting.db);
  const of = (kind: ItemKind) => counts.rows.find((r) => r.kind === kind);
  return {
    reports: of('report')?.n ?? 0,
    provisions: of('provision')?.n ?? 0,
    late: counts.rows.reduce((sum, r) => sum + r.late, 0),
    deadlines: deadlines.rows.map((d) => ({
      id: d.id,
      kind: d.kind,
      due: d.due.toISOString(),
      subject: {
        id: d.subject,
        kind: d.item_kind,
        title: d.title,
        handling: d.handling,
        reference: referenceOf(d.item_kind, d.subject),
      },
    })),
  };
};
