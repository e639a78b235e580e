import { randomUUID } from 'node:crypto';
import type { Acting } from '../../../../platform/acting.ts';
import { theProgramme } from '../../../programme/index.ts';
import { obligationsAt } from './regime.ts';
import type { Stage, UncertainInstant } from '../../shapes/report.ts';
import { planned, type Planned, type Told } from './plan.ts';

interface Row {
  id: string;
  key: string;
  state: string;
  start_at: Date | null;
  due: Date | null;
  reminded_at: Date | null;
}

/**
 * Brings the duties to report of one's own report up to what its latest version says: new ones are planned, those it
 * fulfils are met, those whose ground has gone are cancelled. What was met or missed once stays so.
 */
export const followObligations = async (acting: Acting, report: string, item: string): Promise<void> => {
  const told = await toldBy(acting, report);
  const all = obligationsAt(theProgramme(), told.sent[0]?.at ?? acting.now);
  if (all.length === 0) return;
  const due = planned(all, told, theProgramme());
  const there: Row[] = await acting.db
    .selectFrom('exchange.obligation')
    .select(['id', 'key', 'state', 'start_at', 'due', 'reminded_at'])
    .where('report', '=', report)
    .execute();
  for (const it of due)
    await bring(
      acting,
      { report, item },
      it,
      there.find((row) => row.key === it.key),
    );
  for (const row of there)
    if (row.state === 'planned' && !due.some((it) => it.key === row.key))
      await cancel(acting, row.id, told.stage === 'withdrawal' ? 'withdrawn' : 'trigger');
};

const bring = async (
  acting: Acting,
  of: { report: string; item: string },
  it: Planned,
  row: Row | undefined,
): Promise<void> => {
  const { report, item } = of;
  const standing = row !== undefined && (row.state === 'met' || row.state === 'missed');
  const [id, met] = [row?.id ?? randomUUID(), it.met];
  const late = met !== null && it.due !== null && met.at > it.due;
  const values = {
    start_at: it.start,
    certainty: it.certainty,
    due: it.due,
    remind_at: it.remindAt,
    changed_at: acting.now,
    ...(met === null ? {} : { met_item: met.item, met_at: met.at }),
  };
  const state = met === null || late ? 'planned' : 'met';
  if (row === undefined) {
    const fresh = { id, report, realm: acting.realm, key: it.key, state, planned_at: acting.now };
    await acting.db
      .insertInto('exchange.obligation')
      .values({ ...fresh, ...values })
      .execute();
    await acting.record({ fact: 'obligation.planned', subject: id });
  } else if (standing) {
    if (row.state === 'missed' && met !== null) {
      const { numUpdatedRows } = await acting.db
        .updateTable('exchange.obligation')
        .set({ met_item: met.item, met_at: met.at, changed_at: acting.now })
        .where('id', '=', id)
        .where('met_at', 'is', null)
        .executeTakeFirst();
      if (numUpdatedRows > 0n) await acting.record({ fact: 'obligation.met-late', subject: id });
    }
    return;
  } else {
    const moved = row.due?.getTime() !== it.due?.getTime();
    await acting.db
      .updateTable('exchange.obligation')
      .set({ ...values, state, reason: null, ...(moved ? { reminded_at: null } : {}) })
      .where('id', '=', id)
      .execute();
    if (row.state === 'cancelled') await acting.record({ fact: 'obligation.planned', subject: id });
  }
  if (row === undefined || row.start_at?.getTime() !== it.start?.getTime())
    await acting.db
      .insertInto('exchange.obligation_start')
      .values({ obligation: id, item, start_at: it.start, certainty: it.certainty, due: it.due, at: acting.now })
      .execute();
  if (state === 'met') await acting.record({ fact: 'obligation.met', subject: id });
};

const cancel = async (acting: Acting, id: string, reason: 'trigger' | 'withdrawn'): Promise<void> => {
  await acting.db
    .updateTable('exchange.obligation')
    .set({ state: 'cancelled', reason, changed_at: acting.now })
    .where('id', '=', id)
    .execute();
  await acting.record({ fact: 'obligation.cancelled', subject: id, detail: { reason } });
};

const toldBy = async (acting: Acting, report: string): Promise<Told> => {
  const versions = await acting.db
    .selectFrom('exchange.report_version as v')
    .innerJoin('exchange.report as r', 'r.id', 'v.report')
    .selectAll('v')
    .select('r.sector')
    .where('v.report', '=', report)
    .orderBy('v.number')
    .execute();
  const last = versions.at(-1);
  if (last === undefined) throw new Error('a report without a version');
  return {
    sector: last.sector,
    stage: last.stage as Stage,
    eventType: last.event_type,
    causeTypes: last.cause_types,
    occurredAt: last.occurred_at as UncertainInstant | null,
    detectedAt: last.detected_at as UncertainInstant | null,
    answers: last.answers as Record<string, unknown>,
    sent: versions.map((v) => ({ item: v.item, stage: v.stage as Stage, at: v.submitted_at })),
  };
};
