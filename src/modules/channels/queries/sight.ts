import { sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import { named } from '../../../platform/acting.ts';
import { plainRow, type SightSource } from '../../circulation/index.ts';
import { audienceOf } from './audience.ts';

/** Who reads a thread at this minute: the audience that stands beside its pen. */
export const threadSight: SightSource = async (acting, id) => {
  const thread = await acting.db.selectFrom('channels.thread').select('space').where('id', '=', id).executeTakeFirst();
  if (thread === undefined) throw notFound();
  const { named: known, others } = await audienceOf(acting, thread.space, id);
  return {
    kind: 'thread',
    id,
    whole: others === 0,
    versions: 1,
    rows: known.map((it) =>
      plainRow({
        body: it.name,
        capacity: it.capacity,
        why: it.guestUntil === null ? 'takes-part' : 'guest',
        mine: it.mine,
      }),
    ),
    groups:
      others === 0 ? [] : [{ capacity: null, sector: null, state: 'sees', count: others, opened: 0, acknowledged: 0 }],
  };
};

/** Who has part in an inquiry: all for who asked; for who was asked, itself and who asked, whoever else was. */
export const inquirySight: SightSource = async (acting, id) => {
  const inquiry = await acting.db
    .selectFrom('channels.inquiry')
    .select('asker')
    .where('id', '=', id)
    .executeTakeFirst();
  if (inquiry === undefined) throw notFound();
  const { rows } = await sql<{ seat: string; capacity: string; name: string }>`
    select n.seat, n.capacity, ${named(acting, 'n')} as name from channels.inquiry_names(${id}) n order by n.seat`.execute(
    acting.db,
  );
  return {
    kind: 'inquiry',
    id,
    whole: inquiry.asker === acting.seat,
    versions: 1,
    rows: rows.map((it) =>
      plainRow({
        body: it.name,
        capacity: it.capacity,
        why: it.seat === inquiry.asker ? 'asker' : 'asked',
        mine: it.seat === acting.seat,
      }),
    ),
    groups: [],
  };
};

/** The two whose support it is, and nobody else. */
export const supportSight: SightSource = async (acting, id) => {
  const support = await acting.db
    .selectFrom('channels.support')
    .select(['helper', 'helped'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (support === undefined) throw notFound();
  const { rows } = await sql<{ seat: string; name: string }>`
    select n.seat, ${named(acting, 'n')} as name from channels.support_names(${id}) n`.execute(acting.db);
  return {
    kind: 'support',
    id,
    whole: true,
    versions: 1,
    rows: (['helper', 'helped'] as const).map((why) =>
      plainRow({
        body: rows.find((it) => it.seat === support[why])?.name ?? null,
        capacity: null,
        why,
        mine: support[why] === acting.seat,
      }),
    ),
    groups: [],
  };
};
