import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { layTiers, referenceOf } from '../../../circulation/index.ts';
import { attachAsBefore } from '../../../files/index.ts';
import { showProvision } from '../../queries/show-provision.ts';
import type { ProvisionVersionInput, ProvisionView } from '../../shapes/provision.ts';
import { markColumns } from './draft-provision.ts';
import { materialsOf, setMaterials } from './made-from/materials.ts';
import { originsOf, setOrigins } from './made-from/origins.ts';
import { wayOf } from './ways.ts';
import { deskOf } from './work.ts';

/**
 * Begins a later version of a provision that was sent, as a draft of its own: news, a correction, or the notice that calls
 * it back. Like the first it goes to nobody before another person has approved it.
 */
export const beginVersion = async (
  acting: Acting,
  provision: string,
  input: ProvisionVersionInput,
): Promise<ProvisionView> => {
  const last = await deskOf(acting, provision, 'lock');
  if (last.stage === 'recall' && last.sent !== null) throw new Refusal('provision-recalled');
  if (last.sent === null) throw new Refusal('version-unsent');
  const way = wayOf(acting, last.kind, last.tempo);
  const recalls = input.stage === 'recall';
  const item = randomUUID();
  await acting.db
    .insertInto('circulation.item')
    .values({
      id: item,
      subject: provision,
      realm: acting.realm,
      kind: 'provision',
      // What is called back may have said too much in its very title: the notice has the number alone.
      title: recalls ? referenceOf('provision', provision) : last.title,
      ...markColumns(last.handling),
    })
    .execute();
  await acting.db
    .insertInto('exchange.provision_version')
    .values({
      item,
      provision,
      number: last.number + 1,
      stage: input.stage,
      kind: last.kind,
      body: recalls ? input.reason : last.body,
      tempo: recalls ? 'direct' : last.tempo,
      acknowledge_by: null,
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
  await setOrigins(acting, item, await originsOf(acting, last.item));
  await setMaterials(acting, item, await materialsOf(acting, last.item));
  await layTiers(acting, item, way.tiers);
  await sql`insert into circulation.audience (item, circle, body)
            select ${item}, a.circle, a.body from circulation.audience a where a.item = ${last.item}`.execute(
    acting.db,
  );
  // A notice that calls something back brings none of it again.
  if (!recalls) await attachAsBefore(acting, last.item, item);
  await acting.record({ fact: 'provision.version-begun', subject: item, detail: { stage: input.stage } });
  return showProvision(acting, provision);
};
