import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../../kernel/refusal.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { SuccessionInput } from '../../contract.ts';
import { passingPoints } from '../../queries/succession/preview.ts';
import { meOf } from '../credentials/guard.ts';
import { needSession } from '../sign-in/opening.ts';

/** Hands one's role in the acting seat to a successor from a day on. Nothing changes before the successor has taken it over. */
export const proposeSuccession = async (acting: Acting, input: SuccessionInput): Promise<{ id: string }> => {
  needSession(acting);
  if (input.day < dayOf(acting.now)) throw new Refusal('succession-past');
  const to = await successorOf(acting, input.successor);
  if (to.email === (await meOf(acting)).email) throw new Refusal('not-your-own');
  const may = new Set((await passingPoints(acting, input.day)).map((it) => it.id));
  if (input.points.some((it) => !may.has(it))) throw new Refusal('not-your-own');
  const open = await acting.db
    .selectFrom('parties.succession')
    .select('id')
    .where('seat', '=', acting.seat)
    .where('person', '=', acting.person)
    .where('done_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (open !== undefined) throw new Refusal('succession-open-already');
  const id = randomUUID();
  await acting.db
    .insertInto('parties.succession')
    .values({
      id,
      body: acting.body,
      seat: acting.seat,
      role: acting.role,
      person: acting.person,
      email: to.email,
      name_ja: to.name.ja,
      name_en: to.name.en,
      day: input.day,
      note: input.note,
      needs_account: !to.seated,
      proposed_at: acting.now,
    })
    .execute();
  if (input.points.length > 0)
    await acting.db
      .insertInto('parties.succession_point')
      .values([...new Set(input.points)].map((contact) => ({ succession: id, contact })))
      .execute();
  await acting.record({ fact: 'succession.proposed', subject: id });
  return { id };
};

interface Successor {
  readonly email: string;
  readonly name: { ja: string; en: string };
  /** Holds the seat already. */
  readonly seated: boolean;
}

// A colleague sits for the same body today; whoever is named by address may turn out to be one.
const successorOf = async (acting: Acting, it: SuccessionInput['successor']): Promise<Successor> => {
  const today = dayOf(acting.now);
  const sits = await acting.db
    .selectFrom('acting.holder as h')
    .innerJoin('parties.person as p', 'p.id', 'h.person')
    .select(['p.email', 'p.name_ja', 'p.name_en', 'h.seat'])
    .where('h.body', '=', acting.body)
    .where('h.valid_from', '<=', today)
    .where((on) => on.or([on('h.valid_to', 'is', null), on('h.valid_to', '>', today)]))
    .$if('person' in it, (q) => q.where('p.id', '=', 'person' in it ? it.person : ''))
    .$if('email' in it, (q) => q.where('p.email', '=', 'email' in it ? it.email : ''))
    .execute();
  const seated = sits.some((one) => one.seat === acting.seat);
  const [known] = sits;
  if (known !== undefined) return { email: known.email, name: { ja: known.name_ja, en: known.name_en }, seated };
  if ('person' in it) throw new Refusal('not-a-colleague');
  return { email: it.email, name: it.name, seated: false };
};
