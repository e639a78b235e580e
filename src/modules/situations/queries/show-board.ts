import { sql } from 'kysely';
import type { Handling } from '../../../kernel/marking.ts';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { refuseWeakSignIn } from '../../circulation/index.ts';
import type { Board, DecisionView, Part, SpillView } from '../shapes.ts';
import { linesOf } from './lines.ts';
import { referenceOf } from './reference.ts';
import { seatsAt } from './seats.ts';
import { timelineOf } from './timeline.ts';
import { reportsOf } from './written-reports.ts';

interface Row {
  id: string;
  title: string;
  handling: Handling;
  at: Date;
  desk: boolean;
  verb: 'ended' | 'reopened' | null;
  turned: Date | null;
  reports: number;
}

/** The picture of a situation as the acting seat may know it. Its rows are those that the walls let through, and no name is in them. */
export const showBoard = async (acting: Acting, id: string): Promise<Board> => {
  const { rows } = await sql<Row>`
    select s.id, s.title, s.handling, s.at, s.desk = ${acting.seat} as desk, c.verb, c.at as turned,
           (select count(*) from situations.grouping g where g.situation = s.id and g.ended_at is null) as reports
      from situations.situation s
      left join lateral (select c.verb, c.at from situations.course c where c.situation = s.id order by c.at desc, c.id limit 1) c on true
     where s.id = ${id}`.execute(acting.db);
  const [it] = rows;
  if (it === undefined) throw notFound();
  refuseWeakSignIn(acting.signIn.strong, it.handling);
  const open = it.verb !== 'ended';
  const reports = await reportsOf(acting, id);
  return {
    id,
    reference: referenceOf(id),
    title: it.title,
    handling: it.handling,
    state: open ? 'open' : 'ended',
    openedAt: it.at.toISOString(),
    endedAt: open ? null : (it.turned?.toISOString() ?? null),
    shared: await sharedOf(acting, id),
    reports: it.desk ? it.reports : null,
    sectors: await linesOf(acting, id, it.desk),
    spills: await spillsOf(acting, id),
    timeline: await timelineOf(acting, id),
    decisions: await decisionsOf(acting, id),
    seats: (await seatsAt(acting, id)).map(({ body, part, seated, mine }) => ({ body, part, seated, mine })),
    nextReport: open ? reports.next : null,
    written: reports.written,
    may: { keep: it.desk && acting.may('keep-situations'), write: open && acting.may('share-picture') },
  };
};

const sharedOf = async (acting: Acting, id: string): Promise<Board['shared']> => {
  const rows = await acting.db
    .selectFrom('situations.sharing')
    .select(['part', 'at'])
    .where('situation', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  const since = (part: Part): string | null => rows.find((it) => it.part === part)?.at.toISOString() ?? null;
  return { ministries: since('ministries'), crisis: since('crisis') };
};

const spillsOf = async (acting: Acting, id: string): Promise<SpillView[]> => {
  const { rows } = await sql<Omit<SpillView, 'at'> & { at: Date }>`
    select l.cause, l.effect, l.how, l.says, l.at
      from (select distinct on (p.cause, p.effect) p.* from situations.spill_over p where p.situation = ${id}
             order by p.cause, p.effect, p.at desc, p.id) l
     where l.how <> 'ruled-out' order by l.at, l.cause, l.effect`.execute(acting.db);
  return rows.map((r) => ({ ...r, at: r.at.toISOString() }));
};

const decisionsOf = async (acting: Acting, id: string): Promise<DecisionView[]> => {
  const { rows } = await sql<{
    id: string;
    decided: string;
    options: string;
    basis: string;
    authority: string;
    decided_at: Date;
    at: Date;
    by_ja: string;
    by_en: string;
    body: string | null;
  }>`
    select d.id, d.decided, d.options, d.basis, d.authority, d.decided_at, d.at, d.by_ja, d.by_en, ${named(acting, 'b')} as body
      from situations.decision d left join parties.seat s on s.id = d.seat left join parties.body b on b.id = s.body
     where d.situation = ${id} order by d.decided_at desc, d.at desc, d.id limit 200`.execute(acting.db);
  return rows.map(({ decided_at, at, by_ja, by_en, ...rest }) => ({
    ...rest,
    decidedAt: decided_at.toISOString(),
    writtenAt: at.toISOString(),
    by: { ja: by_ja, en: by_en },
  }));
};
