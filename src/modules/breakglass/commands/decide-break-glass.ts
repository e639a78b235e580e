import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import { later } from '../../../kernel/time.ts';
import type { Acting } from '../../../platform/acting.ts';
import { theProgramme } from '../../programme/index.ts';
import { foundBehind, requestsOf } from '../queries/requests.ts';

const reasons: Readonly<Record<string, string>> = {
  'same-person': 'needs-second-person',
  decided: 'already-decided',
  lapsed: 'request-lapsed',
  'not-there': 'nothing-to-open',
};

/** Allows or refuses a request that was put to the acting seat. What is allowed stays open for the programme's hours. */
export const decideBreakGlass = async (
  acting: Acting,
  id: string,
  input: { allow: boolean; note?: string | undefined },
): Promise<{ id: string; allowed: boolean; until: string | null }> => {
  const [request] = await requestsOf(acting, { id });
  if (request === undefined || !request.office.mine) throw notFound();
  const { opens, bases } = theProgramme().breakGlass;
  const tellAfter = bases.find((it) => it.key === request.basis)?.tellAfter;
  const until = later(acting.now, opens);
  const found = input.allow ? await foundBehind(acting, id) : null;
  const { rows } = await sql<{ done: string | null }>`
    select breakglass.decide(${id}, ${input.allow}, ${input.note ?? null}, ${found?.id ?? null}, ${until},
      ${tellAfter === undefined ? acting.now : later(acting.now, tellAfter)}, ${acting.now}) as done`.execute(
    acting.db,
  );
  const done = rows[0]?.done ?? null;
  if (done === null) throw notFound();
  const refused = reasons[done];
  if (refused !== undefined) throw new Refusal(refused);
  await acting.record({ fact: input.allow ? 'break-glass.allowed' : 'break-glass.refused', subject: id });
  return { id, allowed: input.allow, until: input.allow ? until.toISOString() : null };
};
