import { randomUUID } from 'node:crypto';
import { type Handling, rank } from '../../../../kernel/marking.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { layTiers, setAudience } from '../../../circulation/index.ts';
import { addressees } from './addressees.ts';
import { setMaterials } from './made-from/materials.ts';
import { refuseWider, setOrigins } from './made-from/origins.ts';
import type { ProvisionDraft, ProvisionView } from '../../shapes/provision.ts';
import { showProvision } from '../../queries/show-provision.ts';
import { refusePast } from '../../rules.ts';
import { layInMode, wayOf } from './ways.ts';

/** Begins a provision. It goes to nobody before another person has approved it and someone sends it. */
export const draftProvision = async (acting: Acting, input: ProvisionDraft): Promise<ProvisionView> => {
  const [provision, item] = [randomUUID(), randomUUID()];
  refusePast('acknowledgeBy', input.acknowledgeBy, acting.now);
  const way = wayOf(acting, input.kind, input.tempo);
  const to = await addressees(acting, input.audience);
  await refuseWider(acting, input.derivedFrom ?? [], input.handling);
  await acting.db
    .insertInto('circulation.item')
    .values({
      id: item,
      subject: provision,
      realm: acting.realm,
      kind: 'provision',
      title: input.title,
      ...markColumns(input.handling),
    })
    .execute();
  await acting.db
    .insertInto('exchange.provision')
    .values({ id: provision, realm: acting.realm, created_at: acting.now })
    .execute();
  await acting.db
    .insertInto('exchange.provision_version')
    .values({
      item,
      provision,
      number: 1,
      kind: input.kind,
      body: input.body,
      tempo: input.tempo,
      acknowledge_by: input.acknowledgeBy === undefined ? null : new Date(input.acknowledgeBy),
    })
    .execute();
  await acting.db
    .insertInto('exchange.provision_work')
    .values({ item, seat: acting.seat, updated_at: acting.now })
    .execute();
  await acting.db
    .insertInto('exchange.provision_editor')
    .values({ item, person: acting.person, at: acting.now })
    .execute();
  await setOrigins(acting, item, input.derivedFrom ?? []);
  await setMaterials(acting, item, input.materials ?? []);
  await layTiers(acting, item, way.tiers);
  await setAudience(acting, item, to);
  await layInMode(acting, { item, kind: input.kind, tempo: input.tempo });
  await acting.record({ fact: 'provision.drafted', subject: item });
  return showProvision(acting, provision);
};

/** The columns in which an item keeps its mark. */
export const markColumns = (mark: Handling): { marking: number; handling: string } => ({
  marking: rank(mark),
  handling: JSON.stringify(mark),
});
