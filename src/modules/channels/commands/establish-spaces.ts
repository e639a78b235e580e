import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database.ts';
import type { Programme, SpaceKind } from '../../programme/contract.ts';

const rowOf = (it: SpaceKind, position: number) => ({
  key: it.key,
  position,
  basis: it.basis,
  circle_kind: it.basis === 'circle' && 'kind' in it.circles ? it.circles.kind : null,
  circle_key: it.basis === 'circle' && 'key' in it.circles ? it.circles.key : null,
  lower: it.basis === 'pair' ? it.lower : null,
  upper: it.basis === 'pair' ? it.upper : null,
  capacities: it.basis === 'pair' ? [it.lower, it.upper] : it.capacities,
  openers: it.basis === 'group' ? it.openers : [],
  guests: it.guests,
  named: it.named,
  title_ja: it.title.ja,
  title_en: it.title.en,
  says_ja: it.says.ja,
  says_en: it.says.en,
});

/** Puts the programme's kinds of space into place and opens what always stands. As the worker, at each start, after bodies and circles. */
export const establishSpaces = async (db: Transaction, programme: Programme): Promise<void> => {
  await establishViews(db, programme);
  await establishInquiries(db, programme);
  await establishSupports(db, programme);
  const rows = programme.spaces.map(rowOf);
  if (rows.length === 0) return;
  await db
    .insertInto('channels.kind')
    .values(rows)
    .onConflict((it) =>
      it.column('key').doUpdateSet((row) => ({
        position: row.ref('excluded.position'),
        capacities: row.ref('excluded.capacities'),
        openers: row.ref('excluded.openers'),
        guests: row.ref('excluded.guests'),
        named: row.ref('excluded.named'),
        title_ja: row.ref('excluded.title_ja'),
        title_en: row.ref('excluded.title_en'),
        says_ja: row.ref('excluded.says_ja'),
        says_en: row.ref('excluded.says_en'),
      })),
    )
    .execute();
  await sql`select channels.stand()`.execute(db);
};

// Who may ask whom for an exchange of views.
const establishViews = async (db: Transaction, programme: Programme): Promise<void> => {
  await db.deleteFrom('channels.view_route').execute();
  const rows = programme.views.flatMap((it) =>
    it.from.map((from) => ({ from_capacity: from, to_capacity: it.to, through: it.through ?? null })),
  );
  if (rows.length > 0) await db.insertInto('channels.view_route').values(rows).execute();
};

// Who may put an inquiry to whom.
const establishInquiries = async (db: Transaction, programme: Programme): Promise<void> => {
  await db.deleteFrom('channels.inquiry_way').execute();
  const rows = programme.inquiries.flatMap((it) =>
    it.to.map((to) => ({ from_capacity: it.from, to_capacity: to, below: it.below, onward: it.onward })),
  );
  if (rows.length > 0) await db.insertInto('channels.inquiry_way').values(rows).execute();
};

// For what one may ask for support. A kind that went out of the programme stays for what was begun under it.
const establishSupports = async (db: Transaction, programme: Programme): Promise<void> => {
  const rows = programme.supports.map((it) => ({
    key: it.key,
    helped: it.helped,
    helper: it.helper,
    above: it.above,
    title_ja: it.title.ja,
    title_en: it.title.en,
  }));
  const keys = rows.map((it) => it.key);
  await sql`update channels.support_kind set helped = '{}' where not key = any (${keys}::text[])`.execute(db);
  if (rows.length === 0) return;
  await db
    .insertInto('channels.support_kind')
    .values(rows)
    .onConflict((it) =>
      it.column('key').doUpdateSet((row) => ({
        helped: row.ref('excluded.helped'),
        helper: row.ref('excluded.helper'),
        above: row.ref('excluded.above'),
        title_ja: row.ref('excluded.title_ja'),
        title_en: row.ref('excluded.title_en'),
      })),
    )
    .execute();
};
