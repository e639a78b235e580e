import { sql } from 'kysely';
import type { Handling } from '../../../kernel/marking.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { referenceOf } from '../../circulation/index.ts';
import { materialsOf } from '../commands/provisions/made-from/materials.ts';
import type { ProvisionView } from '../shapes/provision.ts';

/** The desk's side, but for what the sources said. */
export type Desk = Omit<NonNullable<ProvisionView['desk']>, 'sources'>;

/** Where a provision stands on its way out. */
export const stateOf = (sent: Date | null, desk: Desk | null): ProvisionView['state'] => {
  if (sent !== null || desk === null) return 'sent';
  if (desk.approval !== null) return 'approved';
  return desk.askedAt === null ? 'draft' : 'asked';
};

/** What only the desk that wrote it sees of a provision: its hands, its approval, its origins. Null for anyone else. */
export const deskSide = async (acting: Acting, item: string): Promise<Desk | null> => {
  const work = await acting.db
    .selectFrom('exchange.provision_work')
    .selectAll()
    .where('item', '=', item)
    .executeTakeFirst();
  if (work === undefined) return null;
  const editors = await sql<{ person: string; name: string | null }>`
    select e.person, ${named(acting, 'p')} as name from exchange.provision_editor e left join parties.person p on p.id = e.person
     where e.item = ${item} order by e.at`.execute(acting.db);
  const approval = await sql<{
    name: string | null;
    at: Date;
    revision: number;
    accepted: { key: string; reason: string }[];
  }>`
    select ${named(acting, 'p')} as name, a.at, a.revision, a.accepted from exchange.approval a left join parties.person p on p.id = a.person
     where a.item = ${item} and a.revision = ${work.revision}`.execute(acting.db);
  const approved = approval.rows[0];
  return {
    revision: work.revision,
    updatedAt: work.updated_at.toISOString(),
    askedAt: work.asked_at?.toISOString() ?? null,
    reasons: work.reasons as { key: string; reason: string }[],
    editors: editors.rows.map((e) => ({ name: e.name ?? '', mine: e.person === acting.person })),
    approval:
      approved === undefined
        ? null
        : {
            by: approved.name ?? '',
            at: approved.at.toISOString(),
            revision: approved.revision,
            accepted: approved.accepted,
          },
    materials: await materialsOf(acting, item),
    derivedFrom: await originsListed(acting, item),
    audience: await audienceChosen(acting, item),
    mayApprove: acting.may('approve-provisions') && !editors.rows.some((e) => e.person === acting.person),
  };
};

const originsListed = async (acting: Acting, item: string): Promise<Desk['derivedFrom']> => {
  const { rows } = await sql<{ id: string; headline: string; handling: Handling }>`
    select distinct on (o.report) o.report as id, i.title as headline, i.handling
      from exchange.provision_origin o
      join exchange.report_version v on v.report = o.report
      join circulation.item i on i.id = v.item
     where o.item = ${item} order by o.report, v.number desc`.execute(acting.db);
  return rows.map((r) => ({ ...r, reference: referenceOf('report', r.id) }));
};

const audienceChosen = async (acting: Acting, item: string): Promise<Desk['audience']> => {
  const { rows } = await sql<{
    circle: string | null;
    key: string | null;
    circle_name: string | null;
    body: string | null;
    body_name: string | null;
  }>`
    select a.circle, c.key, ${named(acting, 'c')} as circle_name, a.body, ${named(acting, 'b')} as body_name
      from circulation.audience a
      left join parties.circle c on c.id = a.circle
      left join parties.body b on b.id = a.body
     where a.item = ${item} order by c.key, b.kana`.execute(acting.db);
  return {
    circles: rows.flatMap((r) =>
      r.circle === null ? [] : [{ id: r.circle, key: r.key ?? '', name: r.circle_name ?? '' }],
    ),
    bodies: rows.flatMap((r) => (r.body === null ? [] : [{ id: r.body, name: r.body_name ?? '' }])),
  };
};
