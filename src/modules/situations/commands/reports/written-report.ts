import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { rank } from '../../../../kernel/marking.ts';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import { plus } from '../../../../kernel/time.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { dispatch, layTiers, setAudience } from '../../../circulation/index.ts';
import type { Picture } from '../../report.ts';
import { changesSince, pictureOf } from '../../rules.ts';
import { seatsAt } from '../../queries/seats.ts';
import { showBoard } from '../../queries/show-board.ts';
import { holdOwn, refuseEnded, refuseNames } from '../situation.ts';

/** Sets the rhythm of a situation's reports; left out, the next is due after that many hours. */
export const setRhythm = async (
  acting: Acting,
  id: string,
  { hours, next }: { hours: number; next?: string | undefined },
): Promise<{ id: string; next: string }> => {
  refuseEnded(await holdOwn(acting, id));
  const due = next === undefined ? plus(acting.now, `PT${hours}H`) : new Date(next);
  const row = { hours, next_due: due, person: acting.person, at: acting.now };
  await acting.db
    .insertInto('situations.rhythm')
    .values({ situation: id, ...row })
    .onConflict((on) => on.column('situation').doUpdateSet(row))
    .execute();
  await acting.record({ fact: 'situation.paced', subject: id, detail: { hours } });
  return { id, next: due.toISOString() };
};

/** Begins the next report of a situation with the picture as it is now. One at a time. */
export const draftReport = async (acting: Acting, id: string): Promise<{ id: string; at: string }> => {
  const it = await holdOwn(acting, id);
  const before = await acting.db
    .selectFrom('situations.written_report as w')
    .innerJoin('circulation.item as i', 'i.id', 'w.item')
    .select(['w.number', 'i.sent'])
    .where('w.situation', '=', id)
    .orderBy('w.number', 'desc')
    .executeTakeFirst();
  if (before !== undefined && before.sent === null) throw new Refusal('report-waits');
  const board = await showBoard(acting, id);
  const collected = await collect(acting, id);
  const [report, item, number] = [randomUUID(), randomUUID(), (before?.number ?? 0) + 1];
  await acting.db
    .insertInto('circulation.item')
    .values({
      id: item,
      subject: report,
      realm: acting.realm,
      kind: 'situation-report',
      title:
        acting.visit.locale === 'en'
          ? `Situation report ${number}: ${it.title}`
          : `状況報告 第${number}報　${it.title}`,
      marking: rank(board.handling),
      handling: JSON.stringify(board.handling),
    })
    .execute();
  await acting.db
    .insertInto('situations.written_report')
    .values({
      id: report,
      item,
      situation: id,
      number,
      ...collected,
      summary: '',
      outlook: '',
      due: board.nextReport === null ? null : new Date(board.nextReport),
      collected_at: acting.now,
    })
    .execute();
  await hand(acting, item);
  await acting.record({ fact: 'situation-report.drafted', subject: item, detail: { number } });
  return { id: report, at: acting.now.toISOString() };
};

const hand = async (acting: Acting, item: string): Promise<void> => {
  await acting.db
    .insertInto('situations.report_editor')
    .values({ item, person: acting.person, at: acting.now })
    .onConflict((on) => on.doNothing())
    .execute();
};

const collect = async (acting: Acting, situation: string): Promise<{ picture: string; changes: string }> => {
  const now = pictureOf(await showBoard(acting, situation));
  const { rows } = await sql<{ picture: Picture }>`
    select w.picture from situations.written_report w join circulation.item i on i.id = w.item
     where w.situation = ${situation} and i.sent is not null order by w.number desc limit 1`.execute(acting.db);
  return { picture: JSON.stringify(now), changes: JSON.stringify(changesSince(rows[0]?.picture ?? null, now)) };
};

interface Work {
  readonly item: string;
  readonly situation: string;
  readonly revision: number;
  readonly summary: string;
  readonly sent: Date | null;
  readonly handled: boolean;
}

/** The report as its own desk may work on it. */
const workOn = async (acting: Acting, id: string): Promise<Work> => {
  const found = await acting.db
    .selectFrom('situations.written_report')
    .select('situation')
    .where('id', '=', id)
    .executeTakeFirst();
  if (found === undefined) throw notFound();
  await holdOwn(acting, found.situation);
  const { rows } = await sql<Work>`
    select w.item, w.situation, w.revision, w.summary, i.sent,
           exists (select from situations.report_editor e where e.item = w.item and e.person = ${acting.person}) as handled
      from situations.written_report w join circulation.item i on i.id = w.item where w.id = ${id}`.execute(acting.db);
  const [work] = rows;
  if (work === undefined) throw notFound();
  if (work.sent !== null) throw new Refusal('already-sent');
  return work;
};

/** Writes the desk's words, or freezes the picture anew. Whoever does has had a hand in it. */
export const editReport = async (
  acting: Acting,
  id: string,
  input: { summary?: string | undefined; outlook?: string | undefined; collect?: boolean | undefined },
): Promise<{ id: string; at: string }> => {
  const work = await workOn(acting, id);
  await refuseNames(acting, input.summary, input.outlook);
  const anew = input.collect === true ? { ...(await collect(acting, work.situation)), collected_at: acting.now } : {};
  await acting.db
    .updateTable('situations.written_report')
    .set({
      revision: work.revision + 1,
      ...(input.summary === undefined ? {} : { summary: input.summary }),
      ...(input.outlook === undefined ? {} : { outlook: input.outlook }),
      ...anew,
    })
    .where('id', '=', id)
    .execute();
  await hand(acting, work.item);
  await acting.record({ fact: 'situation-report.edited', subject: work.item });
  return { id, at: acting.now.toISOString() };
};

/** Releases a report that other persons wrote: it goes to exactly the seats at the picture. */
export const releaseReport = async (acting: Acting, id: string): Promise<{ id: string; recipients: number }> => {
  const work = await workOn(acting, id);
  if (work.handled) throw new Refusal('needs-second-person');
  if (work.summary === '') throw new Refusal('nothing-said');
  const seats = (await seatsAt(acting, work.situation)).filter((it) => it.part !== 'desk' && it.seated);
  if (seats.length === 0) throw new Refusal('not-shared');
  const person = await acting.db
    .selectFrom('parties.person')
    .select(['name_ja', 'name_en'])
    .where('id', '=', acting.person)
    .executeTakeFirstOrThrow();
  const capacities = [...new Set(seats.map((it) => it.capacity))].map((capacity) => ({
    capacity,
    scope: 'above' as const,
  }));
  await layTiers(acting, work.item, capacities);
  await setAudience(acting, work.item, { circles: [], bodies: [...new Set(seats.map((it) => it.id))] });
  await acting.db
    .insertInto('situations.report_release')
    .values({
      item: work.item,
      revision: work.revision,
      seat: acting.seat,
      person: acting.person,
      by_ja: person.name_ja,
      by_en: person.name_en,
      at: acting.now,
    })
    .execute();
  const recipients = await dispatch(acting, { item: work.item, tempo: 'direct', due: null, relayWithin: null });
  await moveOn(acting, work.situation);
  await acting.record({
    fact: 'situation-report.released',
    subject: work.item,
    openTo: 'reached',
    detail: { recipients },
  });
  return { id, recipients };
};

// From the time it was due, so that a late report does not push the later ones back; never into the past.
const moveOn = async (acting: Acting, situation: string): Promise<void> => {
  await sql`
    update situations.rhythm r
       set next_due = case when r.next_due + r.hours * interval '1 hour' > ${acting.now}::timestamptz then r.next_due + r.hours * interval '1 hour'
                           else ${acting.now}::timestamptz + r.hours * interval '1 hour' end,
           person = ${acting.person}, at = ${acting.now}
     where r.situation = ${situation}`.execute(acting.db);
};
