import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { askBelow, passOn } from '../../circulation/index.ts';
import type { CampaignView } from '../doors/campaigns.ts';
import { showSurvey } from '../queries/campaigns.ts';
import { campaignOf, kindOf } from '../queries/load.ts';

/** Passes a survey on to those whom it is to reach through the acting seat, and asks them from then on. */
export const relaySurvey = async (acting: Acting, id: string): Promise<CampaignView> => {
  const it = await campaignOf(acting, id, 'share');
  const receipt = await acting.db
    .selectFrom('circulation.receipt')
    .select('id')
    .where('item', '=', it.item)
    .where('seat', '=', acting.seat)
    .executeTakeFirst();
  if (receipt === undefined) throw new Refusal('nothing-to-relay');
  if (it.state !== 'open') throw new Refusal('survey-not-so', { state: it.state });
  const way = kindOf(it.about)?.way ?? [];
  const next = way[way.findIndex((tier) => tier.to === acting.capacity) + 1];
  const passed = await passOn(acting, receipt.id, next?.relay.within ?? null);
  await askBelow(acting, it.item);
  await acting.record({
    fact: 'survey.relayed',
    subject: it.item,
    detail: { of: it.about, recipients: passed.recipients },
  });
  return showSurvey(acting, id);
};
