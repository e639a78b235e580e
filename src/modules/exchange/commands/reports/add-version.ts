import { randomUUID } from 'node:crypto';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Handling } from '../../../../kernel/marking.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { referenceOf } from '../../../circulation/index.ts';
import { modeFor } from '../../../mode/index.ts';
import { theProgramme } from '../../../programme/index.ts';
import { followObligations } from '../obligations/follow.ts';
import { confirmed } from './confirm-entry.ts';
import { checkedContent } from './content.ts';
import type { Stage, UncertainInstant, VersionInput } from '../../shapes/report.ts';
import { refuseImpossible, refuseStage, type Said, saidNow } from '../../rules.ts';
import type { Telling } from './regime.ts';
import { carryUp } from './way-up.ts';
import { writeVersion } from './write-version.ts';
import type { Sent } from './submit-report.ts';

/** Adds a version to one's own report; what it leaves out stays as it was, null takes it back. Earlier versions are never touched. */
export const addVersion = async (acting: Acting, report: string, input: VersionInput): Promise<Sent> => {
  const source = await acting.db
    .selectFrom('exchange.source')
    .innerJoin('exchange.report', 'exchange.report.id', 'exchange.source.report')
    .leftJoin('exchange.entry', 'exchange.entry.report', 'exchange.source.report')
    .select(['exchange.source.copied', 'exchange.report.sector', 'exchange.report.kind', 'exchange.report.route'])
    .select('exchange.entry.item as entered')
    .where('exchange.source.report', '=', report)
    .where('exchange.source.seat', '=', acting.seat)
    .executeTakeFirst();
  if (source === undefined) throw notFound();
  const route = source.route as Telling['route'];
  const last = await lastVersion(acting, report);
  refuseStage(last.stage, input.stage);
  refuseImpossible('occurredAt', input.occurredAt, acting.now);
  refuseImpossible('detectedAt', input.detectedAt, acting.now);
  const saying = saidNow(last, input);
  const content = checkedContent(theProgramme(), last.form, saying, input.stage, acting.now);
  const item = randomUUID();
  const number = last.number + 1;
  const mode = await modeFor(acting, [source.sector]);
  await writeVersion(acting, {
    item,
    report,
    number,
    stage: input.stage,
    handling: saying.handling,
    content,
    sector: source.sector,
    attachments: input.attachments,
    mode,
    kind: source.kind,
    route,
  });
  await acting.db
    .insertInto('exchange.source_answers')
    .values({ item, report, number, answers: JSON.stringify(content.source) })
    .execute();
  const sentTo = await carryUp(acting, {
    report,
    item,
    sector: source.sector,
    mode,
    route,
    copied: source.copied,
  });
  if (source.entered !== null) await confirmed(acting, report);
  await followObligations(acting, report, item);
  await acting.record({
    fact: 'report.version-added',
    subject: item,
    openTo: 'reached',
    detail: { stage: input.stage, number },
  });
  return {
    id: report,
    version: item,
    number,
    reference: referenceOf('report', report),
    sentAt: acting.now.toISOString(),
    sentTo,
  };
};

interface Last extends Said {
  readonly number: number;
  readonly stage: Stage;
  readonly form: string;
}

const lastVersion = async (acting: Acting, report: string): Promise<Last> => {
  const v = await acting.db
    .selectFrom('exchange.report_version as v')
    .innerJoin('circulation.item as i', 'i.id', 'v.item')
    .innerJoin('exchange.source as s', 's.report', 'v.report')
    .leftJoin('exchange.source_answers as a', 'a.item', 'v.item')
    .selectAll('v')
    .select(['i.title', 'i.handling', (e) => e.fn.coalesce('a.answers', 's.answers').as('of_source')])
    .where('v.report', '=', report)
    .orderBy('v.number', 'desc')
    .executeTakeFirstOrThrow();
  return {
    number: v.number,
    stage: v.stage as Stage,
    form: v.form,
    headline: v.title,
    summary: v.summary,
    occurredAt: v.occurred_at as UncertainInstant | null,
    detectedAt: v.detected_at as UncertainInstant | null,
    eventType: v.event_type,
    causeTypes: v.cause_types,
    answers: { ...(v.answers as Record<string, unknown>), ...(v.of_source as Record<string, unknown>) },
    handling: v.handling as Handling,
  };
};
