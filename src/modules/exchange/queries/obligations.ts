import { sql } from 'kysely';
import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts';
import type { Acting } from '../../../platform/acting.ts';
import { referenceOf } from '../../circulation/index.ts';
import type { Obligation } from '../../programme/contract.ts';
import { theProgramme } from '../../programme/index.ts';
import { planned } from '../commands/obligations/plan.ts';
import { obligationsAt } from '../commands/obligations/regime.ts';
import { sectorFor } from '../commands/reports/submit-report.ts';
import type { exchangeDoors } from '../contract.ts';
import type { ObligationView } from '../shapes/obligation.ts';

interface Row {
  id: string;
  report: string;
  key: string;
  title: string | null;
  start_at: Date | null;
  certainty: ObligationView['certainty'];
  due: Date | null;
  state: ObligationView['state'];
  reason: ObligationView['reason'];
  reminded_at: Date | null;
  met_at: Date | null;
  missed_at: Date | null;
  earlier: { start: string | null; due: string | null; toldAt: string }[];
}

const iso = (at: Date | string | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Duties to report as far as the reader takes part: of one report all, else those that wait or were missed, nearest first. */
export const obligations = async (acting: Acting, input: { report?: string | undefined }) => {
  const one = input.report ?? null;
  const { rows } = await sql<Row>`
    select o.id, o.report, o.key, o.start_at, o.certainty, o.due, o.state, o.reason, o.reminded_at, o.met_at, o.missed_at,
           (select i.title from circulation.item i join exchange.report_version v on v.item = i.id
             where v.report = o.report order by v.number desc limit 1) as title,
           coalesce((select jsonb_agg(jsonb_build_object('start', s.start_at, 'due', s.due, 'toldAt', s.at) order by s.at)
                       from exchange.obligation_start s where s.obligation = o.id and s.start_at is distinct from o.start_at), '[]') as earlier
      from exchange.obligation o
     where (${one}::uuid is null and (o.state = 'planned' or (o.state = 'missed' and o.met_at is null))) or o.report = ${one}::uuid
     order by o.due nulls first, o.planned_at, o.key limit 300`.execute(acting.db);
  const rules = new Map(theProgramme().obligations.map((it) => [it.key, it]));
  const items = rows.map((row): ObligationView => {
    const rule = rules.get(row.key);
    return {
      id: row.id,
      report: { id: row.report, reference: referenceOf('report', row.report), title: row.title ?? '' },
      ...ruleOf(row.key, rule),
      start: iso(row.start_at),
      certainty: row.certainty,
      due: iso(row.due),
      state: row.state,
      reason: row.reason,
      remindedAt: iso(row.reminded_at),
      metAt: iso(row.met_at),
      missedAt: iso(row.missed_at),
      earlier: row.earlier.map((it) => ({ start: iso(it.start), due: iso(it.due), toldAt: iso(it.toldAt) ?? '' })),
    };
  });
  return { items, next: null };
};

const unknown = (key: string) => ({ ja: key, en: key });

// A rule that the programme no longer names is still shown by its key: a duty does not vanish with its file.
const ruleOf = (key: string, rule: Obligation | undefined) => ({
  key,
  regime: rule?.regime ?? unknown(key),
  title: rule?.title ?? unknown(key),
  basis: rule?.basis ?? unknown(key),
  recipient: rule?.recipient ?? '',
  sample: rule?.sample ?? false,
  promptly: rule !== undefined && rule.within === undefined,
});

type Ahead = typeof exchangeDoors.obligationsAhead;

/** Which duties a report would have if it were sent now as it stands, and which of them this sending fulfils. */
export const obligationsAhead = async (acting: Acting, input: InputOf<Ahead>['body']): Promise<OutputOf<Ahead>> => {
  const programme = theProgramme();
  const rules = obligationsAt(programme, acting.now);
  const told = {
    sector: await sectorFor(acting, 'report', input.sector),
    stage: input.stage,
    eventType: input.eventType,
    causeTypes: [],
    occurredAt: input.occurredAt ?? null,
    detectedAt: input.detectedAt ?? null,
    answers: input.answers ?? {},
    sent: [{ item: '', stage: input.stage, at: acting.now }],
  };
  const items = planned(rules, told, programme).map((it) => ({
    ...ruleOf(
      it.key,
      rules.find((rule) => rule.key === it.key),
    ),
    start: iso(it.start),
    certainty: it.certainty,
    due: iso(it.due),
    meets: it.met !== null,
  }));
  return { items, next: null };
};
