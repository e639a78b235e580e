import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { askNoMore, askUntil, dispatch } from '../../circulation/index.ts';
import type { CampaignView, Turn } from '../doors/campaigns.ts';
import { showSurvey } from '../queries/campaigns.ts';
import { type Campaign, campaignOf, kindOf } from '../queries/load.ts';
import { isAhead, mayFollow } from '../rules/campaign.ts';
import { ownName, refuseOthers } from './plan-survey.ts';

const factOf = {
  opened: 'survey.opened',
  extended: 'survey.extended',
  closed: 'survey.closed',
  'called-off': 'survey.called-off',
} as const satisfies Record<Turn, string>;

/**
 * Opens, extends, closes or calls off a campaign of one's own desk. Opening takes another person than who planned it, and sends
 * it to exactly those whom the audience shows.
 */
export const turnSurvey = async (
  acting: Acting,
  id: string,
  what: Turn,
  said: { note?: string | undefined; due?: string | undefined } = {},
): Promise<CampaignView> => {
  const it = await campaignOf(acting, id, 'lock');
  if (it.part !== 'desk') throw notFound();
  if (!mayFollow(what, it.state)) throw new Refusal('survey-not-so', { state: it.state });
  const due = said.due === undefined ? null : new Date(said.due);
  if (what === 'opened' && it.person === acting.person) throw new Refusal('survey-needs-second-person');
  if (what === 'opened' && !isAhead(it.due, acting.now)) throw new Refusal('due-too-soon');
  if (due !== null && !isAhead(due, acting.now)) throw new Refusal('due-too-soon', { path: 'due' }, 400);
  if (due !== null && due <= it.due) throw new Refusal('due-not-later', { path: 'due' }, 400);
  await acting.db
    .insertInto('surveys.turn')
    .values({
      campaign: id,
      n: it.turns.length + 1,
      what,
      due,
      note: said.note === undefined || said.note === '' ? null : said.note,
      seat: acting.seat,
      person: acting.person,
      ...(await ownName(acting)),
      at: acting.now,
    })
    .execute();
  const recipients = what === 'opened' ? await send(acting, it) : null;
  if (due !== null) await askUntil(acting, it.item, due);
  if (what === 'closed') await askNoMore(acting, it.item);
  await acting.record({
    fact: factOf[what],
    subject: it.item,
    ...(what === 'called-off' ? {} : { openTo: 'reached' as const }),
    detail: { of: it.about, ...(recipients === null ? {} : { recipients }) },
  });
  return showSurvey(acting, id);
};

const send = async (acting: Acting, it: Campaign): Promise<number> => {
  await refuseOthers(acting, it.item, it.asked);
  const relayWithin = kindOf(it.about)?.way[0]?.relay.within ?? null;
  const recipients = await dispatch(acting, { item: it.item, tempo: 'relay', due: null, relayWithin });
  await askUntil(acting, it.item, it.due);
  return recipients;
};
