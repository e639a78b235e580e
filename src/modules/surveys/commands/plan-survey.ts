import { randomUUID } from 'node:crypto';
import { rank, tlp } from '../../../kernel/marking.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { layTiers, recipients, setAudience } from '../../circulation/index.ts';
import { codesFor } from '../../forms/index.ts';
import { formCodes, formOf, theProgramme } from '../../programme/index.ts';
import type { SurveyKind } from '../../programme/contract.ts';
import type { CampaignInput, CampaignView } from '../doors/campaigns.ts';
import { showSurvey } from '../queries/campaigns.ts';
import { kindOf } from '../queries/load.ts';
import { isAhead } from '../rules/campaign.ts';

/** Plans a campaign: what is asked, of whom, until when. It goes to nobody before a second person opens it. */
export const planSurvey = async (acting: Acting, input: CampaignInput): Promise<CampaignView> => {
  const programme = theProgramme();
  const kind = kindOf(input.about);
  const form = kind === undefined ? undefined : formOf(programme, kind.form);
  if (kind === undefined || form === undefined || kind.by !== acting.capacity)
    throw new Refusal('survey-unknown', {}, 400);
  if (!isAhead(new Date(input.due), acting.now)) throw new Refusal('due-too-soon', { path: 'due' }, 400);

  const [id, item, mark] = [randomUUID(), randomUUID(), tlp(kind.marking)];
  await acting.db
    .insertInto('circulation.item')
    .values({
      id: item,
      subject: id,
      realm: acting.realm,
      kind: 'survey',
      title: input.title,
      marking: rank(mark),
      handling: JSON.stringify(mark),
    })
    .execute();
  await acting.db
    .insertInto('surveys.campaign')
    .values({
      id,
      item,
      about: kind.key,
      year: input.year,
      title_en: input.titleEn ?? input.title,
      form: JSON.stringify(form),
      codes: JSON.stringify(codesFor(form, formCodes(programme, acting.now))),
      asked: kind.asked,
      readers: kind.readers.map((it) => it.capacity),
      named: kind.readers.filter((it) => it.named).map((it) => it.capacity),
      profile: kind.profile,
      due: new Date(input.due),
      seat: acting.seat,
      person: acting.person,
      ...(await ownName(acting)),
      at: acting.now,
    })
    .execute();
  await layTiers(
    acting,
    item,
    [...kind.way.map((it) => it.to), kind.asked].map((capacity) => ({ capacity, scope: 'above' })),
  );
  await setAudience(
    acting,
    item,
    input.bodies === undefined
      ? { circles: await circlesOf(acting, kind), bodies: [] }
      : { circles: [], bodies: [...new Set(input.bodies)] },
  );
  await refuseOthers(acting, item, kind.asked);
  await acting.record({ fact: 'survey.planned', subject: item, detail: { of: kind.key } });
  return showSurvey(acting, id);
};

const circlesOf = async (acting: Acting, { circles }: SurveyKind): Promise<string[]> => {
  const rows = await acting.db
    .selectFrom('parties.circle')
    .select('id')
    .where('kind' in circles ? 'kind' : 'key', '=', 'kind' in circles ? circles.kind : circles.key)
    .execute();
  return rows.map((it) => it.id);
};

/** Refuses an audience of nobody, and one that holds somebody who is not to be asked; read from the function that sends. */
export const refuseOthers = async (acting: Acting, item: string, asked: string): Promise<void> => {
  const all = await recipients(acting, item);
  if (!all.some((it) => it.capacity === asked)) throw new Refusal('audience-empty');
  const others = all.filter((it) => it.why !== 'above' && it.capacity !== asked).map((it) => it.body);
  if (others.length > 0) throw new Refusal('body-not-asked', { bodies: others.slice(0, 20) }, 400);
};

/** The acting person's name as it is now: a row keeps it, because people move on. */
export const ownName = (acting: Acting): Promise<{ person_ja: string; person_en: string }> =>
  acting.db
    .selectFrom('parties.person')
    .select(['name_ja as person_ja', 'name_en as person_en'])
    .where('id', '=', acting.person)
    .executeTakeFirstOrThrow();
