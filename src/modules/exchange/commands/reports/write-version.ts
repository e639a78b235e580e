import { type Handling, rank } from '../../../../kernel/marking.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { index, layTiers, spokenReference } from '../../../circulation/index.ts';
import { hopsOf, theProgramme } from '../../../programme/index.ts';
import type { Content } from './content.ts';
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
    })
    .execute();
  if (it.number === 1) {
    await acting.db
      .insertInto('exchange.report')
      .values({ id: it.report, realm: acting.realm, sector: it.sector, created_at: acting.now })
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
  await layTiers(
    acting,
    it.item,
    hopsOf(theProgramme(), 'report', acting.now).map((hop) => ({
      capacity: hop.to,
      scope: hop.scope === 'all' ? 'central' : 'above',
    })),
  );
  await index(
    acting,
    it.item,
    [spokenReference('report', it.report), content.headline, content.summary ?? '', wordsIn(content.answers)].join(
      '\n',
    ),
  );
};

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Every text among the answers, for search. */
const wordsIn = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(wordsIn).join('\n');
  if (value !== null && typeof value === 'object') return Object.values(value).map(wordsIn).join('\n');
  return '';
};
