import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { carryIn, referenceOf } from '../../../circulation/index.ts';
import { modeFor } from '../../../mode/index.ts';
import { hopsOf, theProgramme } from '../../../programme/index.ts';
import { firstSaid, refuseImpossible } from '../../rules.ts';
import type { EntryInput } from '../../shapes/report.ts';
import { checkedContent } from './content.ts';
import { codesNow, tellingOf } from './regime.ts';
import type { Sent } from './submit-report.ts';
import { writeVersion } from './write-version.ts';

/**
 * Types in what a body said by telephone, fax or at the counter. It is that body's own report from the first moment, with
 * the walls it would have had; only who typed it keeps sight of it as well.
 */
export const enterReport = async (acting: Acting, input: EntryInput): Promise<Sent> => {
  const programme = theProgramme();
  for (const place of ['occurredAt', 'detectedAt', 'saidAt'] as const)
    refuseImpossible(place, input[place], acting.now);
  const { body, saidBy, callBack, channel, saidAt, ...said } = input;
  codesNow(programme, 'channel', acting.now, channel);
  const whose = await seatOf(acting, body);
  const { kind, route } = tellingOf(programme, said.kind, whose.capacity, acting.now);
  const sector = await sectorIn(acting, body, said.sector);
  const content = checkedContent(programme, kind.form, firstSaid(said), 'first', acting.now);
  const [report, item] = [randomUUID(), randomUUID()];
  // Whoever calls the centre has told the centre its name.
  const called = acting.may('triage-reports');
  const saidOfName = called ? true : said.disclosure?.nameToCs;
  const mode = await modeFor(acting, [sector]);
  const hops = hopsOf(programme, route, mode, acting.now);

  await writeVersion(acting, {
    item,
    report,
    number: 1,
    stage: 'first',
    handling: said.handling,
    content,
    sector,
    mode,
    kind: kind.key,
    route,
  });
  await acting.db
    .insertInto('exchange.entry')
    .values({
      item,
      report,
      seat: acting.seat,
      person: acting.person,
      channel,
      said_by: saidBy,
      call_back: callBack ?? null,
      said_at: new Date(saidAt),
      entered_at: acting.now,
    })
    .execute();
  const reached = await carryIn(acting, {
    item,
    seat: whose.id,
    sector,
    acknowledge: hops[0]?.acknowledge?.within ?? null,
    relay: hops[0]?.relay?.within ?? null,
  });
  if (reached.length === 0) throw new Refusal('no-ministry');
  const name = saidOfName === undefined ? undefined : programme.onward.find((it) => it.what === 'name');
  const { rows } = await sql<{ done: boolean }>`
    select exchange.enter_source(${item}, ${JSON.stringify(content.source)}, ${hops[0]?.to ?? ''}, ${name?.key ?? null},
      ${saidOfName ?? false}, ${[...(name?.to ?? [])]}, ${[...(name?.bodies ?? [])]}, ${acting.now}) as done`.execute(
    acting.db,
  );
  if (rows[0]?.done !== true) throw notFound();
  await acting.record({ fact: 'report.submitted', subject: item, openTo: 'reached' });
  await acting.record({ fact: 'report.entered', subject: item, detail: { channel } });
  if (called) await acting.record({ fact: 'report.disclosed', subject: item, detail: { channel } });
  const names = await acting.db
    .selectFrom('parties.seat as s')
    .innerJoin('parties.body as b', 'b.id', 's.body')
    .select('b.name_ja')
    .where('s.id', 'in', reached)
    .execute();
  return {
    id: report,
    version: item,
    number: 1,
    reference: referenceOf('report', report),
    sentAt: acting.now.toISOString(),
    sentTo: names.map((it) => it.name_ja),
  };
};

// The seat in whose name it will stand: the body's own that tells failures.
const seatOf = async (acting: Acting, body: string): Promise<{ id: string; capacity: string }> => {
  const seats = await acting.db
    .selectFrom('parties.seat as s')
    .innerJoin('parties.body as b', 'b.id', 's.body')
    .select(['s.id', 's.capacity'])
    .where('s.body', '=', body)
    .where('b.open', '=', false)
    .where((e) => e.or([e('s.valid_to', 'is', null), e('s.valid_to', '>', dayOf(acting.now))]))
    .execute();
  const seat = seats.find((it) =>
    theProgramme().kinds.some((kind) => kind.by.some((by) => by.capacity === it.capacity && by.route === 'report')),
  );
  if (seat === undefined || body === acting.body) throw notFound();
  return seat;
};

// Of the sectors in which the body is and, below the centre, for which the acting seat stands above it.
const sectorIn = async (acting: Acting, body: string, asked: string | undefined): Promise<string> => {
  const { rows } = await sql<{ sector: string }>`
    select distinct s.sector from parties.body_sector s
     where s.body = ${body} and (s.valid_to is null or s.valid_to > ${dayOf(acting.now)})
       and (${acting.may('triage-reports')}
            or exists (select from parties.supervision v where v.body = s.body and v.sector = s.sector and v.seat = ${acting.seat}
                         and (v.valid_to is null or v.valid_to > ${dayOf(acting.now)})))
     order by s.sector`.execute(acting.db);
  const sectors = rows.map((it) => it.sector);
  const [only, another] = sectors;
  if (only === undefined) throw notFound();
  if (asked !== undefined && sectors.includes(asked)) return asked;
  if (asked === undefined && another === undefined) return only;
  throw new Refusal('sector-unclear', { sectors });
};
