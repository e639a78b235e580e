import type { Transaction } from '../../../../platform/database.ts';
import type { Programme } from '../../../programme/contract.ts';
import { establishBodies } from './establish-bodies.ts';
import { establishCircles } from './establish-circles.ts';

/**
 * Puts into place what the programme says: sectors, capacities with their powers, public bodies and their seats, who is
 * competent for what, and the circles. As the worker, at each start; what is there already is left or brought up to date.
 */
export const establish = async (db: Transaction, programme: Programme, now: Date): Promise<void> => {
  await establishCalendar(db, programme);
  await establishSectors(db, programme);
  await establishRoles(db, programme);
  await establishPowers(db, programme);
  const founded = await establishBodies(db, programme, now);
  await establishCircles(db, programme, founded);
};

const establishCalendar = async (db: Transaction, { timeZone, fiscalYearBegins }: Programme): Promise<void> => {
  await db
    .updateTable('acting.calendar')
    .set({ zone: timeZone, fiscal_year_begins: fiscalYearBegins })
    .where((it) => it.or([it('zone', '!=', timeZone), it('fiscal_year_begins', '!=', fiscalYearBegins)]))
    .execute();
};

const establishSectors = async (db: Transaction, programme: Programme): Promise<void> => {
  await db
    .insertInto('parties.sector')
    .values(
      programme.sectors.map((it, position) => ({
        key: it.key,
        name_ja: it.title.ja,
        name_en: it.title.en,
        position,
        least_group: Math.max(programme.smallGroup.fewest, it.smallGroup ?? 0),
      })),
    )
    .onConflict((it) =>
      it.column('key').doUpdateSet((row) => ({
        name_ja: row.ref('excluded.name_ja'),
        name_en: row.ref('excluded.name_en'),
        position: row.ref('excluded.position'),
        least_group: row.ref('excluded.least_group'),
      })),
    )
    .execute();
};

const establishRoles = async (db: Transaction, programme: Programme): Promise<void> => {
  const roles = programme.capacities.flatMap((capacity) =>
    capacity.roles.map((role) => ({
      capacity: capacity.key,
      role: role.key,
      capacity_ja: capacity.title.ja,
      capacity_en: capacity.title.en,
      short_ja: capacity.short.ja,
      short_en: capacity.short.en,
      title_ja: role.title.ja,
      title_en: role.title.en,
    })),
  );
  await db.deleteFrom('parties.role').execute();
  await db
    .insertInto('parties.role')
    .values(roles.map((it, position) => ({ ...it, position })))
    .execute();
};

const establishPowers = async (db: Transaction, programme: Programme): Promise<void> => {
  const powers = programme.capacities.flatMap((capacity) =>
    capacity.roles.flatMap((role) => role.powers.map((power) => ({ capacity: capacity.key, role: role.key, power }))),
  );
  const there = await db.selectFrom('acting.power').selectAll().execute();
  const same =
    there.length === powers.length &&
    powers.every((it) => there.some((t) => t.capacity === it.capacity && t.role === it.role && t.power === it.power));
  if (same) return;
  await db.deleteFrom('acting.power').execute();
  await db.insertInto('acting.power').values(powers).execute();
};
