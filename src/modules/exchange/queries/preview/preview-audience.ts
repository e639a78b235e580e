import type { Acting } from '../../../../platform/acting.ts';
import { holders, leftOut, recipients, type Recipient } from '../../../circulation/index.ts';
import type { AudienceView } from '../../shapes/provision.ts';
import { against } from '../../commands/source-approval/ask-sources.ts';
import { warningsOf } from '../../commands/provisions/traces/warnings.ts';
import { deskOf } from '../../commands/provisions/work.ts';
import { deskSide } from '../desk-side.ts';

/** Exactly who would receive a provision, by the rows that sending reads, and what stands against sending it. */
export const previewAudience = async (acting: Acting, provision: string): Promise<AudienceView> => {
  const work = await deskOf(acting, provision);
  const before = work.number === 1 ? [] : await holders(acting, work.item);
  const all = work.stage === 'recall' ? before : await recipients(acting, work.item);
  const warnings = await warningsOf(acting, work);
  const desk = await deskSide(acting, work.item);
  const waits = await against(acting, work.item);
  return {
    recipients: all.map((r) => ({
      body: { id: r.body, name: r.name, key: r.key },
      tier: r.capacity,
      sector: r.sector,
      via: r.via,
      why: r.why,
      circle: r.circle,
    })),
    leftOut: (work.stage === 'recall' ? [] : await leftOut(acting, work.item)).map((r) => ({
      body: { id: r.body, name: r.name, key: r.key },
      why: r.why,
    })),
    count: all.length,
    tiers: [...Map.groupBy(all, (r) => r.capacity)].map(([tier, rows]) => ({ tier, count: rows.length })),
    sectors: [...Map.groupBy(all, (r) => `${r.sector ?? ''} ${r.capacity}`).values()].map(sectorLine),
    changed: work.number === 1 || work.stage === 'recall' || work.sent !== null ? null : difference(before, all),
    warnings,
    blockers: [
      ...(all.length === 0 && work.sent === null ? ['audience-empty'] : []),
      ...(work.sent === null ? [] : ['already-sent']),
      ...(desk?.approval === null ? ['needs-second-person'] : []),
      ...(warnings.length > 0 && desk?.approval === null ? ['warnings-stand'] : []),
      ...(waits === null || desk?.approval === null || work.sent !== null ? [] : [waits]),
    ],
  };
};

const sectorLine = (rows: Recipient[]): AudienceView['sectors'][number] => ({
  sector: rows[0]?.sector ?? null,
  tier: rows[0]?.capacity ?? '',
  count: rows.length,
});

const difference = (before: readonly Recipient[], now: readonly Recipient[]): AudienceView['changed'] => {
  const [had, have] = [new Set(before.map((r) => r.seat)), new Set(now.map((r) => r.seat))];
  return {
    added: now.filter((r) => !had.has(r.seat)).map((r) => r.name),
    dropped: before.filter((r) => !have.has(r.seat)).map((r) => r.name),
  };
};
