import { sql } from 'kysely';
import type { Reaction } from '../../../platform/work/reactions.ts';

/** Whoever took a role over goes on with the drafts that were begun in it. */
const passDrafts: Reaction = {
  name: 'forms.pass-drafts',
  on: ['succession.done'],
  react: async ({ db }, entry) => {
    await sql`
      update forms.draft d set person = s.accepted_by
        from parties.succession s
       where s.id = ${entry.subject} and s.done_at is not null and d.seat = s.seat and d.person = s.person
         and not exists (select from forms.draft o where o.person = s.accepted_by and o.seat = d.seat and o.realm = d.realm and o.id = d.id)`.execute(
      db,
    );
  },
};

/** All reactions of the forms room. */
export const formsReactions: readonly Reaction[] = [passDrafts];
