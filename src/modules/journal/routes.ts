import { join } from '../../platform/http/door.ts';
import { journalDoors } from './contract.ts';
import { checkpoint } from './queries/checkpoint.ts';
import { entries } from './queries/entries.ts';
import { proof } from './queries/proof.ts';

/** The journal's doors and what answers them. */
export const journalRoutes = join(journalDoors, {
  checkpoint: (visitor, { query }) => checkpoint(visitor, query.since),
  listEntries: (acting, { query }) => entries(acting, query),
  proof: (acting, { params }) => proof(acting, params.entry),
});
