import { sql } from 'kysely';
import { fiscalYearBounds, fiscalYearOf, instantAt, theCalendar } from '../../kernel/time.ts';
import type { Acting } from '../../platform/acting.ts';
import type { Programme } from '../programme/contract.ts';
import { bodiesAt, nameOf, seatsOf } from '../programme/index.ts';
import type { MeasuresQuery, PlanView } from './contract.ts';
import { beforeRelay, monthsOf, type Tally, yearsOf } from './rules.ts';
import { viewOf } from './view.ts';

/** The plan with the evidence that the acting seat may know, counted at this moment. */
export const measures = async (acting: Acting, programme: Programme, query: MeasuresQuery): Promise<PlanView> => {
  const decided = fiscalYearOf(instantAt(programme.plan.decided));
  const years = yearsOf(decided, acting.now);
  const year = query.year ?? years[0] ?? decided;
  const scope = acting.may('read-figures') ? 'programme' : 'own';
  const facts = [...new Set(programme.measures.flatMap((it) => it.evidence))].filter(
    (it) => scope === 'own' || !beforeRelay.has(it),
  );
  const { from, until } = fiscalYearBounds(year);
  const tally =
    scope === 'programme' ? await ofProgramme(acting, facts, from, until) : await ofOwn(acting, facts, from, until);
  const owners = ownersOf(programme, acting.now);
  return viewOf({
    programme,
    query,
    year,
    years,
    scope,
    facts,
    tally,
    owners,
    now: acting.now,
    months: monthsOf(year, acting.now),
  });
};

const ofProgramme = async (acting: Acting, facts: readonly string[], from: Date, until: Date): Promise<Tally[]> => {
  const { rows } = await sql<Tally>`
    select fact, to_char(month, 'YYYY-MM') as month, n from progress.tally(${[...facts]}::text[], ${from}, ${until})`.execute(
    acting.db,
  );
  return rows;
};

// What the seat did itself, and what is open to those it reached: never more than the journal's own policies show. A drill
// or an exercise proves nothing.
const ofOwn = async (acting: Acting, facts: readonly string[], from: Date, until: Date): Promise<Tally[]> => {
  const plain = [...new Set(facts.map((it) => it.split('.').slice(0, 2).join('.')))];
  const asked = sql`e.realm = ${acting.realm} and e.fact = any (${plain}::text[]) and e.at >= ${from} and e.at < ${until}`;
  const { rows } = await sql<Tally>`
    with seen as (
      select e.id, e.fact, e.detail, e.at from journal.actor a join journal.entry e on e.id = a.entry
       where a.seat = ${acting.seat} and ${asked}
      union
      select e.id, e.fact, e.detail, e.at from journal.entry e where e.open_to = 'reached' and ${asked}
    )
    select case when fact || '.' || (detail ->> 'of') = any (${[...facts]}::text[]) then fact || '.' || (detail ->> 'of') else fact end as fact,
           to_char(at at time zone ${theCalendar().timeZone}, 'YYYY-MM') as month, count(*) as n from seen
     where exists (select from acting.realm r where r.id = ${acting.realm} and r.kind = 'live')
     group by 1, 2`.execute(acting.db);
  return rows;
};

/**
 * The names of those who answer for measures, in the order in which the plan first names them. A capacity in which a single
 * body sits is called by that body's name.
 */
const ownersOf = (programme: Programme, at: Date): PlanView['owners'] => {
  const called = bodiesAt(programme, at).map((it) => ({ it, ...nameOf(programme, it, at) }));
  const bodies = called.map(({ it, name, short }) => ({ key: it.key, title: short ?? name }));
  const capacities = programme.capacities.map(({ key, title }) => {
    const [one, ...others] = called.filter(({ it }) => seatsOf(programme, it.key, at).includes(key));
    return { key, title: one !== undefined && others.length === 0 ? one.name : title };
  });
  const named = new Map([...bodies, ...capacities].map((it) => [it.key, it]));
  const keys = new Set(programme.measures.flatMap((it) => [...it.owners, ...it.through]));
  return [...keys].map((key) => named.get(key) ?? { key, title: { ja: key, en: key } });
};
