import { milliseconds } from '../../../../kernel/time.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import {
  acknowledgeDue,
  coveredWays,
  hopsOf,
  isCovered,
  ordinaryMode,
  type SourceApproval,
  sourceApprovalIn,
  sourceApprovalOn,
  theProgramme,
} from '../../../programme/index.ts';
import { layTiers, recipients } from '../../../circulation/index.ts';
import { modeFor } from '../../../mode/index.ts';
import type { ProvisionWay } from '../../shapes/provision.ts';
import type { Work } from './work.ts';

/** The way a provision of some kind goes: its tiers, whom an agreement must cover, and the times it is given. */
export interface Way {
  readonly tiers: readonly { capacity: string; scope: 'above' | 'agreement'; covers?: string }[];
  readonly tempos: readonly ('relay' | 'direct')[];
  /** By when it asks to be acknowledged when it is sent now and its author says nothing. */
  readonly due: Date | null;
  readonly relayWithin: string | null;
  /** How long it waits for those whose reports it was made from, and what their silence means; null where it asks nobody. */
  readonly asksSources: SourceApproval | null;
  readonly fact: 'provision.dispatched' | 'early-warning.dispatched' | 'agreement.invoked' | 'hub-item.shared';
}

const facts = {
  'early-warning': 'early-warning.dispatched',
  'partner-notice': 'agreement.invoked',
  'hub-item': 'hub-item.shared',
} as const;

/**
 * The way of a kind from the acting seat, in a mode; left out, the ordinary one, whose tiers are those that are approved.
 * Refuses a kind that begins at another office, and a tempo its way does not know.
 */
export const wayOf = (
  acting: Acting,
  kind: string,
  tempo: 'relay' | 'direct',
  mode = ordinaryMode(theProgramme()).key,
): Way => {
  const way = isCovered(kind) ? byAgreement(acting, kind) : toAll(acting, kind, mode);
  if (way === null) throw new Refusal('kind-begins-elsewhere', { kind });
  if (!way.tempos.includes(tempo)) throw new Refusal('tempo-not-on-way', { tempo, tempos: way.tempos });
  return way;
};

const byAgreement = (acting: Acting, kind: keyof typeof facts): Way | null => {
  const route = coveredWays(theProgramme(), acting.capacity, acting.now).find((it) => it.kind === kind);
  if (route === undefined) return null;
  const times = route.hops.flatMap((it) => (it.acknowledge === undefined ? [] : [milliseconds(it.acknowledge.within)]));
  return {
    tiers: route.hops.map((it) => ({ capacity: it.to, scope: 'agreement', covers: kind })),
    tempos: route.tempos,
    due: times.length === 0 ? null : new Date(acting.now.getTime() + Math.max(...times)),
    relayWithin: null,
    asksSources: sourceApprovalOn(route, kind),
    fact: facts[kind],
  };
};

// Whoever knows every body addresses all of them; a desk that does not has the ways of its agreements only.
const toAll = (acting: Acting, kind: string, mode: string): Way | null => {
  if (!acting.may('know-bodies')) return null;
  const programme = theProgramme();
  const hops = hopsOf(programme, 'provision', mode, acting.now);
  return {
    tiers: hops.map((it) => ({ capacity: it.to, scope: 'above' })),
    tempos: ['relay', 'direct'],
    due: acknowledgeDue(programme, mode, acting.now),
    relayWithin: hops[0]?.relay?.within ?? null,
    asksSources: sourceApprovalIn(programme, kind, mode, acting.now),
    fact: 'provision.dispatched',
  };
};

/** The kinds that go by agreement from the acting seat, and whether it may begin any other. */
export const waysFrom = (acting: Acting): { items: ProvisionWay[]; next: null } => ({
  items: [
    ...(acting.may('know-bodies') ? [{ kind: null, tempos: ['relay' as const, 'direct' as const] }] : []),
    ...coveredWays(theProgramme(), acting.capacity, acting.now).map((it) => ({
      kind: it.kind,
      tempos: [...it.tempos],
    })),
  ],
  next: null,
});

/** The way of an addressed provision in the mode that is in force for those it comes to, and whether it was laid anew for that. */
export interface LaidWay {
  readonly mode: string;
  readonly way: Way;
  readonly changed: boolean;
}

/** The way of an addressed provision in the mode that is in force now for those it comes to. */
export const wayNow = async (
  acting: Acting,
  work: Pick<Work, 'item' | 'kind' | 'tempo'>,
): Promise<Omit<LaidWay, 'changed'>> => {
  const receiving = await recipients(acting, work.item);
  const mode = await modeFor(
    acting,
    receiving.map((r) => r.sector),
  );
  return { mode, way: wayOf(acting, work.kind, work.tempo, mode) };
};

/**
 * Lays the tiers of an unsent provision by the mode in force now. A mode may know other tiers than the one under which it was
 * begun; what stands laid is what is previewed and approved, so whoever lays anew says so.
 */
export const layInMode = async (acting: Acting, work: Pick<Work, 'item' | 'kind' | 'tempo'>): Promise<LaidWay> => {
  const { mode, way } = await wayNow(acting, work);
  const laid = await acting.db
    .selectFrom('circulation.tier')
    .select(['capacity', 'scope', 'covers'])
    .where('item', '=', work.item)
    .orderBy('position')
    .execute();
  const changed = said(laid) !== said(way.tiers);
  if (changed) await layTiers(acting, work.item, way.tiers);
  await acting.db
    .updateTable('exchange.provision_work')
    .set({ asks_sources: way.asksSources !== null })
    .where('item', '=', work.item)
    .execute();
  return { mode, way, changed };
};

const said = (tiers: readonly { capacity: string; scope: string; covers?: string | null }[]): string =>
  tiers.map((it) => [it.capacity, it.scope, it.covers ?? ''].join(' ')).join('\n');
