import { sql } from 'kysely';
import type { OutputOf } from '../../../../kernel/endpoint.ts';
import { type Acting, named } from '../../../../platform/acting.ts';
import { modeFor } from '../../../mode/index.ts';
import { asideOf, copyCapacity, hopsOf, kindsOf, sectorsAt, theProgramme } from '../../../programme/index.ts';
import { reportForm, tellingOf } from '../../commands/reports/regime.ts';
import { sectorFor } from '../../commands/reports/submit-report.ts';
import type { exchangeDoors } from '../../contract.ts';
import { acrossSectors } from '../../shapes/report.ts';

type Preview = OutputOf<typeof exchangeDoors.reportPreview>;

/** Who would see a report of the acting body, by the route and the rows that sending will use. */
export const previewReport = async (
  acting: Acting,
  { sector: asked, kind: wanted }: { sector?: string | undefined; kind?: string | undefined },
): Promise<Preview> => {
  const programme = theProgramme();
  const own = await acting.db
    .selectFrom('parties.body_sector')
    .select('sector')
    .where('body', '=', acting.body)
    .execute();
  const kinds = kindsOf(programme, acting.capacity, acting.now).map((it) => it.key);
  const { kind, route } = tellingOf(programme, wanted ?? kinds[0], acting.capacity, acting.now);
  const open = route === 'contribution';
  const sector = await sectorFor(acting, route, asked ?? own[0]?.sector);
  const mode = await modeFor(acting, [sector]);
  const hops = hopsOf(programme, route, mode, acting.now);
  const permitted = asideOf(programme, route, mode, acting.now)
    .filter((a) => a.on === 'permission')
    .map((a) => a.to);
  const above = await sql<{ capacity: string; name: string; phone: string | null }>`
    select s.capacity, ${named(acting, 'b')} as name,
           (select c.phone from parties.contact_point c where c.body = b.id and c.valid_to is null and c.phone is not null order by c.position limit 1) as phone
      from parties.seat s join parties.body b on b.id = s.body
      left join parties.supervision v on v.seat = s.id and v.body = ${acting.body} and v.sector = ${sector}
     where v.seat is not null or s.capacity = any (${[...hops.filter((h) => h.scope === 'all').map((h) => h.to), ...permitted]})`.execute(
    acting.db,
  );
  const copy = copyCapacity(programme, mode, acting.now);
  const stations = hops.flatMap((hop, i) =>
    above.rows
      .filter((r) => r.capacity === hop.to)
      .map((r) => ({
        capacity: r.capacity,
        body: r.name,
        when: i === 0 ? ('at-once' as const) : ('on-relay' as const),
        name: hop.source,
        phone: r.phone,
      })),
  );
  const copies = above.rows
    .filter((r) => !open && r.capacity === copy)
    .map((r) => ({
      capacity: r.capacity,
      body: r.name,
      when: 'on-choice' as const,
      name: 'always' as const,
      phone: r.phone,
    }));
  const beside = above.rows
    .filter((r) => permitted.includes(r.capacity))
    .map((r) => ({
      capacity: r.capacity,
      body: r.name,
      when: 'on-permission' as const,
      name: 'never' as const,
      phone: r.phone,
    }));
  const { definition } = reportForm(programme, kind.form, acting.now);
  return {
    kind: kind.key,
    kinds,
    route,
    sectors: open
      ? [acrossSectors, ...sectorsAt(programme, acting.now).map((it) => it.key)]
      : [...new Set(own.map((r) => r.sector))],
    sector,
    stations: [...stations, ...copies, ...beside],
    form: { key: definition.key, version: definition.version },
    relayWithin: hops[0]?.relay?.within ?? null,
  };
};
