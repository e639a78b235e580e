import { sql } from 'kysely';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { AskingAnswer, AskingState } from '../../shapes/source-approval.ts';
import { refuseNaming } from '../reports/relay-report.ts';

interface Asked {
  report: string;
  state: AskingState;
  sent: Date | null;
  source: boolean;
  numbers: number;
}

/** A source agrees or objects to what was made from its report, or the seat above it writes down what it heard. */
export const answerAsking = async (
  acting: Acting,
  asking: string,
  input: AskingAnswer,
): Promise<{ id: string; state: AskingState }> => {
  const it = await askedOf(acting, asking);
  if (it.sent !== null) throw new Refusal('already-sent');
  if (it.state === 'replaced') throw new Refusal('text-replaced');
  const heardFrom = input.heardFrom === undefined || input.heardFrom === '' ? null : input.heardFrom;
  // The source speaks for itself; whoever stands above it says whom it heard.
  if (it.source !== (heardFrom === null)) throw new Refusal('heard-from-whom', {}, 400);
  const [reason, wording] =
    input.answer === 'objected' ? [input.reason, input.wording === '' ? null : (input.wording ?? null)] : [null, null];
  await refuseNaming(acting, it.report, [reason, wording].filter((s) => s !== null).join('\n'));
  const number = it.numbers + 1;
  await acting.db
    .insertInto('exchange.asking_answer')
    .values({ asking, number, answer: input.answer, reason, wording })
    .execute();
  await acting.db
    .insertInto('exchange.asking_hand')
    .values({ asking, number, seat: acting.seat, person: acting.person, heard_from: heardFrom, at: acting.now })
    .execute();
  if (input.answer === 'agreed') await acting.record({ fact: 'source-approval.agreed', subject: asking });
  else await acting.record({ fact: 'source-approval.objected', subject: asking });
  return { id: asking, state: input.answer };
};

// The desk that asked sees its own rows and never answers them.
const askedOf = async (acting: Acting, asking: string): Promise<Asked> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`asking ${asking}`}, 0))`.execute(acting.db);
  const { rows } = await sql<Asked>`
    select a.report, exchange.asking_state(a.id, ${acting.now}) as state, exchange.asking_sent(a.id) as sent,
           exchange.is_source(a.report) as source,
           (select coalesce(max(t.number), 0) from exchange.asking_answer t where t.asking = a.id) as numbers
      from exchange.asking a
     where a.id = ${asking} and not exists (select from exchange.provision_work w where w.item = a.item)`.execute(
    acting.db,
  );
  if (rows[0] === undefined) throw notFound();
  return rows[0];
};
