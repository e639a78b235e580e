import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';

const most = 500;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** The circles and bodies an author names, by id or key, as ids. Nobody is refused, too many are, and so is whom one may not know. */
export const addressees = async (
  acting: Acting,
  to: { circles: readonly string[]; bodies: readonly string[] },
): Promise<{ circles: string[]; bodies: string[] }> => {
  const [circles, bodies] = [[...new Set(to.circles)], [...new Set(to.bodies)]];
  if (circles.length + bodies.length === 0) throw new Refusal('audience-empty');
  if (circles.length + bodies.length > most) throw new Refusal('audience-too-long', { most }, 400);
  return {
    circles: await idsOf(acting, 'parties.circle', circles),
    bodies: await idsOf(acting, 'parties.body', bodies),
  };
};

const idsOf = async (
  acting: Acting,
  table: 'parties.circle' | 'parties.body',
  named: readonly string[],
): Promise<string[]> => {
  if (named.length === 0) return [];
  const ids = named.filter((n) => uuid.test(n));
  const keys = named.filter((n) => !uuid.test(n));
  const rows = await acting.db
    .selectFrom(table)
    .select(['id', 'key'])
    .where((e) =>
      e.or([...(ids.length > 0 ? [e('id', 'in', ids)] : []), ...(keys.length > 0 ? [e('key', 'in', keys)] : [])]),
    )
    .execute();
  const unknown = named.filter((n) => !rows.some((r) => r.id === n.toLowerCase() || r.key === n));
  if (unknown.length > 0) throw new Refusal('audience-unknown', { unknown: unknown.slice(0, 20) }, 400);
  return [...new Set(rows.map((r) => r.id))];
};
