import { type Handling, rank, tlp } from '../../../../kernel/marking.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { index, layBeside, layTiers, spokenReference } from '../../../circulation/index.ts';
import { attach } from '../../../files/index.ts';
import { asideOf, hopsOf, theProgramme } from '../../../programme/index.ts';
import type { Content } from './content.ts';
import type { Telling } from './regime.ts';
import type { Stage } from '../../shapes/report.ts';

/** One version to be written: its envelope, its content, the way laid for it, its words. Nothing is sent yet. */
export const writeVersion = async (
  acting: Acting,
  it: {
    item: string;
    report: string;
    number: number;
    stage: Stage;
    handling: Handling;
    content: Content;
    sector: string;
    /** Files that its author holds. */
    attachments?: readonly string[] | undefined;
    /** The mode under which it goes. */
    mode: string;
    kind: string;
    route: Telling['route'];
  },
): Promise<void> => {
  const { content } = it;
  await acting.db
    .insertInto('circulation.item')
    .values({
      id: it.item,
      subject: it.report,
      realm: acting.realm,
      kind: 'report',
      title: content.headline,
      marking: rank(it.handling),
      handling: JSON.stringify(it.handling),
      mode: it.mode,
    })
    .execute();
  if (it.number === 1) {
    await acting.db
      .insertInto('exchange.report')
      .values({
        id: it.report,
        realm: acting.realm,
        sector: it.sector,
        kind: it.kind,
        route: it.route,
        created_at: acting.now,
      })
      .execute();
  }
  await acting.db
    .insertInto('exchange.report_version')
    .values({
      item: it.item,
      report: it.report,
      number: it.number,
      stage: it.stage,
      event_type: content.eventType,
      cause_types: [...content.causeTypes],
      codes_version: content.codesVersion,
      occurred_at: json(content.occurredAt),
      detected_at: json(content.detectedAt),
      summary: content.summary,
      answers: JSON.stringify(content.answers),
      form: content.form.key,
      form_version: content.form.version,
      submitted_at: acting.now,
    })
    .execute();
  const hops = hopsOf(theProgramme(), it.route, it.mode, acting.now);
  await layTiers(
    acting,
    it.item,
    hops.map((hop) => ({ capacity: hop.to, scope: hop.scope === 'all' ? 'central' : 'above' })),
  );
  await layBeside(
    acting,
    it.item,
    asideOf(theProgramme(), it.route, it.mode, acting.now)
      .filter((aside) => aside.on === 'permission' && permits(aside.answer, it))
      .map((aside) => ({
        capacity: aside.to,
        tier: hops.findIndex((hop) => hop.key === aside.after) + 1,
        within: aside.acknowledge?.within ?? null,
      }))
      .filter((aside) => aside.tier > 0),
  );
  await attach(acting, it.item, it.attachments ?? []);
  await index(
    acting,
    it.item,
    [spokenReference('report', it.report), content.headline, content.summary ?? '', wordsIn(content.answers)].join(
      '\n',
    ),
  );
};

/** Whether the source said that it may go there. What is for named recipients only goes to nobody beside them. */
const permits = (answer: string | undefined, it: { content: Content; handling: Handling }): boolean => {
  if (answer === undefined || rank(it.handling) >= rank(tlp('RED'))) return false;
  const said = (it.content.answers[answer] ?? it.content.source[answer]) as
    | { state?: string; value?: unknown }
    | undefined;
  return said?.state === 'known' && said.value === true;
};

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Every text among the answers, for search. */
const wordsIn = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(wordsIn).join('\n');
  if (value !== null && typeof value === 'object') return Object.values(value).map(wordsIn).join('\n');
  return '';
};
