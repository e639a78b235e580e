import { Refusal } from '../../kernel/refusal.ts';
import type { InquiryAct, InquiryMessage, PartyState } from './doors/inquiries.ts';
import type { SupportAct, SupportState } from './doors/supports.ts';
import type { ViewAct, ViewState } from './doors/views.ts';

/** The longest that a guest may be let in at once, in days; a longer stay is a new decision. */
export const longestStay = 31;

/** From when until when a guest is in: from now when nothing is said, never backwards, never for longer than a month. */
export const timesOf = (now: Date, starts: string | undefined, ends: string): { starts: Date; ends: Date } => {
  const from = starts === undefined || Date.parse(starts) < now.getTime() ? now : new Date(starts);
  const until = new Date(ends);
  if (until <= from) throw new Refusal('times-not-in-order');
  if (until.getTime() - now.getTime() > longestStay * 86_400_000) throw new Refusal('too-long', { days: longestStay });
  return { starts: from, ends: until };
};

/** What somebody at the table may do now: from the side, the steps that were taken, the record and who agreed to it. */
export const viewActsOf = (it: {
  side: 'asker' | 'through' | 'asked';
  lead: boolean;
  state: ViewState;
  record: { agreed: readonly string[] } | null;
}): ViewAct[] => {
  if (!it.lead || it.state === 'closed' || it.state === 'declined') return [];
  if (it.side === 'through') return it.state === 'asked' ? ['pass-on', 'decline'] : [];
  const both = it.record !== null && it.record.agreed.length === 2;
  const may: Record<ViewAct, boolean> = {
    'pass-on': false,
    accept: it.side === 'asked' && (it.state === 'asked' || it.state === 'passed-on'),
    decline: it.side === 'asked' && (it.state === 'asked' || it.state === 'passed-on'),
    date: it.side === 'asked' && (it.state === 'accepted' || it.state === 'dated'),
    hold: it.side === 'asked' && it.state === 'dated',
    record: it.state === 'held' && !both,
    agree: it.state === 'held' && it.record !== null && !it.record.agreed.includes(it.side),
    close: it.state === 'held' && both,
  };
  return (Object.keys(may) as ViewAct[]).filter((act) => may[act]);
};

/** How one of those asked stands, from the kinds of what it said. An answer stays one, whatever is asked back later. */
export const partyStateOf = (kinds: readonly InquiryMessage['kind'][]): PartyState => {
  if (kinds.includes('answer')) return 'answered';
  if (kinds.includes('nothing')) return 'nothing';
  return kinds.includes('question') ? 'question' : 'silent';
};

/** What a side of an inquiry may do now. */
export const inquiryActsOf = (it: { mine: boolean; closed: boolean; onward: boolean }): InquiryAct[] => {
  if (it.closed) return [];
  if (it.mine) return ['reply', 'remind', 'close'];
  return it.onward ? ['answer', 'put-on'] : ['answer'];
};

/**
 * What a side of a support may do now. What was asked for is answered by who helps, what was offered by who is helped; what came
 * of it is said by either and agreed to by the other, once something was done.
 */
export const supportActsOf = (it: {
  helper: boolean;
  offered: boolean;
  state: SupportState;
  worked: boolean;
  lastMine: boolean;
}): SupportAct[] => {
  const begun = it.state === 'asked' || it.state === 'offered';
  if (begun) return it.helper === it.offered ? [] : ['accept', 'decline'];
  if (it.state === 'declined' || it.state === 'closed') return [];
  return [
    ...(it.helper ? (['work'] as const) : []),
    ...(it.worked ? (['outcome'] as const) : []),
    ...(it.state === 'outcome' && !it.lastMine ? (['agree'] as const) : []),
  ];
};
