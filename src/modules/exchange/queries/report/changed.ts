import { sql } from 'kysely';
import type { Handling } from '../../../../kernel/marking.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { difference, voiceOf } from '../../../forms/index.ts';
import { formCodes, formOf, theProgramme } from '../../../programme/index.ts';

interface Row {
  report: string;
  item: string;
  title: string;
  handling: Handling;
  summary: string | null;
  occurred_at: unknown;
  detected_at: unknown;
  event_type: string | null;
  cause_types: string[];
  answers: unknown;
  form: string;
  stage: string;
}

/** How many answers the latest version changed, of each of these reports that has two; only of what reached the reader. */
export const changesOf = async (acting: Acting, reports: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  if (reports.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select * from (
      select v.report, v.item, i.title, i.handling, v.summary, v.occurred_at, v.detected_at, v.event_type, v.cause_types,
             v.answers, v.form, v.stage, row_number() over (partition by v.report order by v.number desc) as back
        from exchange.report_version v join circulation.item i on i.id = v.item where v.report = any (${reports})) x
     where back <= 2 order by report, back`.execute(acting.db);
  const programme = theProgramme();
  const codes = formCodes(programme, acting.now);
  const voice = voiceOf(acting.visit.locale);
  return new Map(
    [...Map.groupBy(rows, (it) => it.report)].flatMap(([report, [now, before]]) => {
      const form = now === undefined ? undefined : formOf(programme, now.form);
      if (now === undefined || before === undefined || form === undefined) return [];
      return [[report, difference(form, sideOf(before), sideOf(now), voice, { codes, stage: now.stage }).length]];
    }),
  );
};

const sideOf = (it: Row) => ({
  answers: it.answers,
  subject: {
    headline: it.title,
    summary: it.summary,
    occurredAt: it.occurred_at,
    detectedAt: it.detected_at,
    eventType: it.event_type,
    causeTypes: it.cause_types,
    handling: it.handling.value,
  },
});
