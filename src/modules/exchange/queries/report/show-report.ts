import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import { type Handling, strictest } from '../../../../kernel/marking.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { open, referenceOf, refuseWeakSignIn } from '../../../circulation/index.ts';
import type { Hop, ReportVersion, ReportView, Stage } from '../../shapes/report.ts';
import { hopsOfReport } from './hops.ts';
import { recalledFrom } from '../consents.ts';
import { besides } from './besides.ts';

/** A report as far as it has reached the reader. Looking at it opens the reader's own receipts, which is an act of its own. */
export const showReport = async (acting: Acting, report: string): Promise<ReportView> => {
  const head = await acting.db.selectFrom('exchange.report').selectAll().where('id', '=', report).executeTakeFirst();
  if (head === undefined) throw await goneOr404(acting, report);
  const versions = await versionsOf(acting, report);
  const handling = strictest(versions.map((v) => v.handling));
  refuseWeakSignIn(acting.signIn.strong, handling);
  const opened = await open(
    acting,
    versions.map((v) => v.id),
  );
  if (acting.may('triage-reports')) {
    for (const item of opened) await acting.record({ fact: 'report.received', subject: item });
  }
  const route = head.route as ReportView['route'];
  const { hops, pending, mine } = await hopsOfReport(acting, report, route, versions);
  const beside = await besides(acting, report);
  const last = versions.at(-1) as ReportVersion;
  const isSource = beside.sourceSeat === acting.seat;
  return {
    id: report,
    reference: referenceOf('report', report),
    kind: head.kind,
    route,
    sector: head.sector,
    realm: head.realm,
    handling,
    versions,
    hops: route === 'contribution' ? namedBegin(hops, beside.source) : hops,
    source: beside.source,
    entry: beside.entry,
    disclosure: beside.disclosure,
    notes: beside.notes,
    thread: beside.thread,
    triage: beside.triage,
    links: beside.links,
    severity: beside.severity,
    provisions: beside.provisions,
    receipt: mine,
    may: {
      relay: acting.may('relay-reports') && pending,
      return: acting.may('relay-reports') && beside.talks,
      talk: beside.talks,
      addVersion: acting.may('file-reports') && isSource && last.stage !== 'withdrawal',
      confirm: acting.may('file-reports') && isSource && beside.entry !== null && beside.entry.confirmedAt === null,
      triage: acting.may('triage-reports') && mine !== null,
      provide: acting.may('draft-provisions') && mine !== null,
    },
  };
};

// Whoever was shown it by consent is told that it was recalled; anyone else, that it is not there.
const goneOr404 = async (acting: Acting, report: string): Promise<Refusal> => {
  const [recalled] = await recalledFrom(acting, report);
  return recalled === undefined
    ? notFound()
    : new Refusal('report-recalled', { reference: recalled.reference, at: recalled.at }, 410);
};

const versionsOf = async (acting: Acting, report: string): Promise<ReportVersion[]> => {
  const rows = await acting.db
    .selectFrom('exchange.report_version as v')
    .innerJoin('circulation.item as i', 'i.id', 'v.item')
    .selectAll('v')
    .select(['i.title', 'i.handling', 'i.mode'])
    .where('v.report', '=', report)
    .orderBy('v.number')
    .execute();
  if (rows.length === 0) throw notFound();
  return rows.map((v) => ({
    id: v.item,
    number: v.number,
    stage: v.stage as Stage,
    headline: v.title,
    summary: v.summary,
    occurredAt: v.occurred_at,
    detectedAt: v.detected_at,
    eventType: v.event_type,
    causeTypes: v.cause_types,
    answers: v.answers as Record<string, unknown>,
    handling: v.handling as Handling,
    form: { key: v.form, version: v.form_version },
    mode: v.mode,
    submittedAt: v.submitted_at.toISOString(),
  }));
};

// An office or agency tells in its own name, which whoever the report reached also knows.
const namedBegin = (hops: readonly Hop[], source: ReportView['source']): Hop[] =>
  hops.map((hop) => (hop.position === 0 && source !== null ? { ...hop, body: source.body } : hop));
