import type { Acting } from '../../../../../platform/acting.ts';
import type { Material } from '../../../shapes/material.ts';

/** What a provision is made from besides reports, in the order in which its desk put it. */
export const materialsOf = async (acting: Acting, item: string): Promise<Material[]> =>
  (await acting.db
    .selectFrom('exchange.provision_material')
    .select(['kind', 'title', 'reference', 'quote'])
    .where('item', '=', item)
    .orderBy('position')
    .execute()) as Material[];

/** Replaces what a provision is made from besides reports. It stays with its desk; nothing that is sent carries it. */
export const setMaterials = async (acting: Acting, item: string, materials: readonly Material[]): Promise<void> => {
  await acting.db.deleteFrom('exchange.provision_material').where('item', '=', item).execute();
  if (materials.length === 0) return;
  await acting.db
    .insertInto('exchange.provision_material')
    .values(
      materials.map((it, i) => ({
        item,
        position: i + 1,
        kind: it.kind,
        title: it.title,
        reference: it.reference ?? null,
        quote: it.quote ?? null,
      })),
    )
    .execute();
};
