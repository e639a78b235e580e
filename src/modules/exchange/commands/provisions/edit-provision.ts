import type { Handling } from '../../../../kernel/marking.ts';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { revisionIn } from '../../../../platform/http/revision.ts';
import { layTiers, setAudience } from '../../../circulation/index.ts';
import { addressees } from './addressees.ts';
import { setMaterials } from './made-from/materials.ts';
import { originsOf, refuseWider, setOrigins } from './made-from/origins.ts';
import type { ProvisionEdit, ProvisionView } from '../../shapes/provision.ts';
import { showProvision } from '../../queries/show-provision.ts';
import { refusePast } from '../../rules.ts';
import { deskOf, noteHand } from './work.ts';
import { layInMode, wayOf } from './ways.ts';
import { markColumns } from './draft-provision.ts';

/** Changes a draft. Whoever changes it has had a hand in it; an approval given before no longer stands. */
export const editProvision = async (
  acting: Acting,
  provision: string,
  input: ProvisionEdit,
  ifMatch?: string,
): Promise<ProvisionView> => {
  const work = await deskOf(acting, provision, 'lock');
  if (work.sent !== null) throw new Refusal('already-sent');
  const expected = revisionIn(ifMatch) ?? input.revision ?? null;
  if (expected !== null && expected !== work.revision) throw new Refusal('stale', { revision: work.revision }, 412);
  refusePast('acknowledgeBy', input.acknowledgeBy ?? undefined, acting.now);

  const way = wayOf(acting, input.kind ?? work.kind, input.tempo ?? work.tempo);
  const origins = input.derivedFrom ?? (await originsOf(acting, work.item));
  const mark = input.handling ?? work.handling;
  await refuseWider(acting, origins, mark);
  if (input.title !== undefined || input.handling !== undefined)
    await retitle(acting, work.item, input.title ?? work.title, mark);
  await acting.db
    .updateTable('exchange.provision_version')
    .set({
      ...(input.body === undefined ? {} : { body: input.body }),
      ...(input.kind === undefined ? {} : { kind: input.kind }),
      tempo: input.tempo ?? work.tempo,
      ...(input.acknowledgeBy === undefined
        ? {}
        : { acknowledge_by: input.acknowledgeBy === null ? null : new Date(input.acknowledgeBy) }),
    })
    .where('item', '=', work.item)
    .execute();
  if (input.kind !== undefined && input.kind !== work.kind) await layTiers(acting, work.item, way.tiers);
  if (input.derivedFrom !== undefined) await setOrigins(acting, work.item, input.derivedFrom);
  if (input.materials !== undefined) await setMaterials(acting, work.item, input.materials);
  if (input.audience !== undefined) await setAudience(acting, work.item, await addressees(acting, input.audience));
  await layInMode(acting, { item: work.item, kind: input.kind ?? work.kind, tempo: input.tempo ?? work.tempo });
  await noteHand(acting, work, input.reasons === undefined ? undefined : JSON.stringify(input.reasons));
  await acting.record({ fact: 'provision.edited', subject: work.item });
  return showProvision(acting, provision);
};

const retitle = async (acting: Acting, item: string, title: string, mark: Handling): Promise<void> => {
  const { numUpdatedRows } = await acting.db
    .updateTable('circulation.item')
    .set({ title, ...markColumns(mark) })
    .where('id', '=', item)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw notFound();
};
