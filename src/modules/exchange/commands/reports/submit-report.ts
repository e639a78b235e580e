import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../../kernel/refusal.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { referenceOf } from '../../../circulation/index.ts';
import { modeFor } from '../../../mode/index.ts';
import { sectorsAt, theProgramme } from '../../../programme/index.ts';
import { followObligations } from '../obligations/follow.ts';
import { enterFirst } from '../consent/enter-consent.ts';
import { checkedContent } from './content.ts';
import { acrossSectors, type ReportInput } from '../../shapes/report.ts';
import { firstSaid, refuseImpossible } from '../../rules.ts';
import { type Telling, tellingOf } from './regime.ts';
import { carryUp } from './way-up.ts';
import { writeVersion } from './write-version.ts';

/** What the operator gets back: the id, the first version, and who has it now. */
export interface Sent {
  id: string;
  version: string;
  number: number;
  reference: string;
  sentAt: string;
  sentTo: string[];
}

/**
 * Sends the first report (第1報): an operator's to the ministry that is competent for its sector, that of an office or
 * agency to the centre, by its own name.
 */
export const submitReport = async (acting: Acting, input: ReportInput): Promise<Sent> => {
  const programme = theProgramme();
  refuseImpossible('occurredAt', input.occurredAt, acting.now);
  refuseImpossible('detectedAt', input.detectedAt, acting.now);
  const { kind, route } = tellingOf(programme, input.kind, acting.capacity, acting.now);
  const sector = await sectorFor(acting, route, input.sector);
  const content = checkedContent(programme, kind.form, firstSaid(input), 'first', acting.now);
  const [report, item] = [randomUUID(), randomUUID()];
  const open = route === 'contribution';
  const copied = !open && (input.copyToCeptoar ?? false);
  const nameToCs = open || (input.disclosure?.nameToCs ?? false);

  const mode = await modeFor(acting, [sector]);
  await writeVersion(acting, {
    item,
    report,
    number: 1,
    stage: 'first',
    handling: input.handling,
    content,
    sector,
    attachments: input.attachments,
    mode,
    kind: kind.key,
    route,
  });
  await acting.db
    .insertInto('exchange.source')
    .values({
      report,
      seat: acting.seat,
      body: acting.body,
      contact: acting.person,
      ...(await contactOf(acting)),
      name_to_cs: nameToCs,
      copied,
      answers: JSON.stringify(content.source),
    })
    .execute();
  await acting.db
    .insertInto('exchange.source_reader')
    .values({ report, reader: acting.seat, thread: true, told_at: acting.now })
    .execute();
  const sentTo = await carryUp(acting, { report, item, sector, route, mode, copied });
  await followObligations(acting, report, item);
  if (open || input.disclosure !== undefined) await enterFirst(acting, report, nameToCs);
  if (open)
    await acting.record({
      fact: 'contribution.submitted',
      subject: item,
      openTo: 'reached',
      detail: { of: acting.capacity },
    });
  else await acting.record({ fact: 'report.submitted', subject: item, openTo: 'reached' });
  if (kind.evidence === 'damage.recorded')
    await acting.record({ fact: 'damage.recorded', subject: item, openTo: 'reached' });
  return {
    id: report,
    version: item,
    number: 1,
    reference: referenceOf('report', report),
    sentAt: acting.now.toISOString(),
    sentTo,
  };
};

/** The sector of what goes this way: offices tell of one that they name, or of all. */
export const sectorFor = async (
  acting: Acting,
  route: Telling['route'],
  asked: string | undefined,
): Promise<string> => {
  if (route === 'report') return sectorOf(acting, asked);
  const sectors = [acrossSectors, ...sectorsAt(theProgramme(), acting.now).map((it) => it.key)];
  if (asked !== undefined && !sectors.includes(asked)) throw new Refusal('sector-unclear', { sectors });
  return asked ?? acrossSectors;
};

/** The sector a report belongs to: the one named, else the only one the body is in. */
const sectorOf = async (acting: Acting, asked: string | undefined): Promise<string> => {
  const day = dayOf(acting.now);
  const rows = await acting.db
    .selectFrom('parties.body_sector')
    .select('sector')
    .where('body', '=', acting.body)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', day)]))
    .orderBy('valid_from')
    .execute();
  const sectors = [...new Set(rows.map((r) => r.sector))];
  if (asked !== undefined && sectors.includes(asked)) return asked;
  if (asked === undefined && sectors.length === 1) return sectors[0] as string;
  throw new Refusal('sector-unclear', { sectors }, 409);
};

// The person who reports, with the telephone of the body's first contact point, as they are now: people move on.
const contactOf = async (
  acting: Acting,
): Promise<{ contact_name: string; contact_phone: string | null; contact_email: string | null }> => {
  const person = await acting.db
    .selectFrom('parties.person')
    .select(['name_ja', 'email'])
    .where('id', '=', acting.person)
    .executeTakeFirstOrThrow();
  const point = await acting.db
    .selectFrom('parties.contact_point')
    .select('phone')
    .where('body', '=', acting.body)
    .where('valid_to', 'is', null)
    .where('phone', 'is not', null)
    .orderBy('position')
    .executeTakeFirst();
  return { contact_name: person.name_ja, contact_phone: point?.phone ?? null, contact_email: person.email };
};
