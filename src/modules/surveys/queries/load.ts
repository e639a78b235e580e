import { type RawBuilder, sql } from 'kysely';
import type { FormCodes, FormDefinition } from '../../../kernel/form.ts';
import type { Handling } from '../../../kernel/marking.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { referenceOf } from '../../circulation/index.ts';
import { theProgramme } from '../../programme/index.ts';
import type { Part, State, Turn } from '../doors/campaigns.ts';
import { dueOf, stateOf } from '../rules/campaign.ts';

interface Row {
  id: string;
  item: string;
  title: string;
  handling: Handling;
  sent: Date | null;
  about: string;
  year: number;
  title_en: string;
  form: FormDefinition;
  codes: FormCodes;
  asked: string;
  readers: string[];
  named: string[];
  profile: boolean;
  due: Date;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
  part: Part;
  turns: { what: Turn; at: string; due: string | null; note: string | null; person_ja: string; person_en: string }[];
}

/** A campaign with what was done to it, as the row policies show it to the acting seat. */
export type Campaign = Omit<Row, 'turns' | 'due'> & {
  readonly state: State;
  readonly due: Date;
  readonly turns: readonly {
    what: Turn;
    at: Date;
    due: Date | null;
    note: string | null;
    by: { ja: string; en: string };
  }[];
};

/** The campaigns that the acting seat asks, passes on or answers and `which` picks, the latest first. */
export const campaignsOf = async (acting: Acting, which: RawBuilder<unknown> = sql`true`): Promise<Campaign[]> => {
  const { rows } = await sql<Row>`
    select c.*, i.title, i.handling, i.sent,
           case when exists (select from circulation.reach r where r.item = c.item and r.author) then 'desk'
                when circulation.asks_me(c.item) then 'answer' else 'relay' end as part,
           coalesce((select jsonb_agg(jsonb_build_object('what', t.what, 'at', t.at, 'due', t.due, 'note', t.note,
                                                         'person_ja', t.person_ja, 'person_en', t.person_en) order by t.n)
                       from surveys.turn t where t.campaign = c.id), '[]') as turns
      from surveys.campaign c join circulation.item i on i.id = c.item
     where ${which} order by coalesce(i.sent, c.at) desc, c.id limit 200`.execute(acting.db);
  return rows.map(({ turns, due, ...it }) => {
    const done = turns.map((t) => ({
      what: t.what,
      at: new Date(t.at),
      due: t.due === null ? null : new Date(t.due),
      note: t.note,
      by: { ja: t.person_ja, en: t.person_en },
    }));
    return { ...it, turns: done, state: stateOf(done), due: dueOf(due, done) };
  });
};

/**
 * One campaign of the acting seat. `lock` holds it until the end of the transaction, alone; `share` together with others who
 * only need it to stay as it is. What has not come to the seat is not there.
 */
export const campaignOf = async (
  acting: Acting,
  id: string,
  hold: 'read' | 'share' | 'lock' = 'read',
): Promise<Campaign> => {
  const key = sql`hashtextextended('survey ' || ${id}, 0)`;
  if (hold === 'lock') await sql`select pg_advisory_xact_lock(${key})`.execute(acting.db);
  if (hold === 'share') await sql`select pg_advisory_xact_lock_shared(${key})`.execute(acting.db);
  const [campaign] = await campaignsOf(acting, sql`c.id = ${id}`);
  if (campaign === undefined) throw notFound();
  return campaign;
};

/** What every answer says of how a campaign stands. */
export const standingOf = (it: Campaign) => ({
  id: it.id,
  about: it.about,
  aboutTitle: kindOf(it.about)?.title ?? { ja: it.about, en: it.about },
  title: { ja: it.title, en: it.title_en },
  reference: referenceOf('survey', it.id),
  handling: it.handling,
  year: it.year,
  state: it.state,
  since: (it.turns.at(-1)?.at ?? it.at).toISOString(),
  due: it.due.toISOString(),
  part: it.part,
});

/** A survey of the programme. */
export const kindOf = (key: string) => theProgramme().surveys.find((it) => it.key === key);
