import { sql } from 'kysely';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { fiscalYearOf, later } from '../../../kernel/time.ts';
import type { Acting } from '../../../platform/acting.ts';
import { leftOut, open, recipients } from '../../circulation/index.ts';
import { theProgramme } from '../../programme/index.ts';
import type { AudienceView, campaignDoors, CampaignView, ReachRow } from '../doors/campaigns.ts';
import { mayFollow } from '../rules/campaign.ts';
import { type Campaign, campaignOf, campaignsOf, kindOf, standingOf } from './load.ts';

/** The campaigns of the acting seat; for who plans, also what the programme surveys in that seat's name. */
export const listSurveys = async (acting: Acting): Promise<OutputOf<typeof campaignDoors.listSurveys>> => ({
  items: (await campaignsOf(acting)).map(standingOf),
  kinds: acting.may('plan-surveys')
    ? theProgramme()
        .surveys.filter((it) => it.by === acting.capacity)
        .map(({ key, title, says, within }) => ({
          key,
          title,
          says,
          due: later(acting.now, within).toISOString(),
          year: fiscalYearOf(acting.now),
        }))
    : [],
  next: null,
});

/** One campaign, and what the acting seat may do about it. Who did what is told to its desk alone. */
export const showSurvey = async (acting: Acting, id: string): Promise<CampaignView> => {
  const it = await campaignOf(acting, id);
  await open(acting, [it.item]);
  return viewOf(acting, it);
};

/** The same, of a campaign that has just been changed. */
export const viewOf = async (acting: Acting, it: Campaign): Promise<CampaignView> => {
  const desk = it.part === 'desk';
  const relay = await relayOf(acting, it);
  const going = acting.halted === null;
  const keeps = going && desk && acting.may('plan-surveys');
  return {
    ...standingOf(it),
    says: kindOf(it.about)?.says ?? { ja: it.about, en: it.about },
    form: {
      key: it.form.key,
      version: it.form.version,
      title: it.form.title,
      questions: it.form.sections.reduce((sum, section) => sum + section.fields.length, 0),
    },
    asked: it.asked,
    readers: it.readers.map((capacity) => ({ capacity, named: it.named.includes(capacity) })),
    by: desk ? { ja: it.person_ja, en: it.person_en } : null,
    openedAt: it.sent?.toISOString() ?? null,
    turns: it.turns.map(({ what, at, due, note, by }) => ({
      what,
      at: at.toISOString(),
      due: due?.toISOString() ?? null,
      note,
      by: desk ? by : null,
    })),
    relay,
    may: {
      open: going && desk && acting.may('open-surveys') && it.person !== acting.person && mayFollow('opened', it.state),
      callOff: keeps && mayFollow('called-off', it.state),
      extend: keeps && mayFollow('extended', it.state),
      close: keeps && mayFollow('closed', it.state),
      relay:
        going && acting.may('relay-provisions') && it.state === 'open' && relay !== null && relay.relayedAt === null,
      answer: it.part === 'answer' && (acting.may('answer-surveys') || acting.may('sign-surveys')),
      read: it.part !== 'answer' && it.readers.includes(acting.capacity),
      names: it.part !== 'answer' && it.named.includes(acting.capacity),
    },
  };
};

const relayOf = async (acting: Acting, it: Campaign): Promise<CampaignView['relay']> => {
  const { rows } = await sql<{ due: Date | null; relayed_at: Date | null; waiting: number }>`
    select d.due, r.relayed_at,
           (select count(*) from circulation.receipt b where b.item = r.item and b.via = r.seat and b.sent_at is null) as waiting
      from circulation.receipt r
      left join circulation.deadline d on d.item = r.item and d.seat = r.seat and d.kind = 'relay'
     where r.item = ${it.item} and r.seat = ${acting.seat} and r.must_relay`.execute(acting.db);
  const [mine] = rows;
  if (mine === undefined) return null;
  return {
    due: mine.due?.toISOString() ?? null,
    relayedAt: mine.relayed_at?.toISOString() ?? null,
    waiting: mine.waiting,
  };
};

/** Exactly to whom a campaign of one's own desk would go now. */
export const surveyAudience = async (acting: Acting, id: string): Promise<AudienceView> => {
  const it = await campaignOf(acting, id);
  if (it.part !== 'desk' || it.state !== 'planned') throw new Refusal('survey-not-so', { state: it.state });
  const all = await recipients(acting, it.item);
  const rows = all.map((one) => ({
    body: one.body,
    name: one.name,
    capacity: one.capacity,
    sector: one.sector,
    tier: one.tier,
    via: one.tier === 1 ? null : one.via,
    asked: one.capacity === it.asked,
  }));
  const out = await leftOut(acting, it.item);
  return {
    asked: rows.filter((one) => one.asked).length,
    onTheWay: rows.filter((one) => !one.asked).length,
    recipients: rows,
    leftOut: out.map(({ body, name, why }) => ({ body, name, why })),
  };
};

/** How far a campaign has come, as far as the acting seat oversees it. */
export const surveyReach = async (acting: Acting, id: string): Promise<{ items: ReachRow[]; next: null }> => {
  await campaignOf(acting, id);
  const { rows } = await sql<ReachRow>`
    select * from surveys.reach(${id}) order by tier, sector nulls first, capacity`.execute(acting.db);
  return { items: rows, next: null };
};
