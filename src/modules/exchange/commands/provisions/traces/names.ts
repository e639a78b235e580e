import { sql } from 'kysely';
import { alike } from '../../../../../kernel/text.ts';
import type { Acting } from '../../../../../platform/acting.ts';
import { marksOf } from './marks.ts';

/** A word by which some body that is not public could be known, as the register has it. */
export interface NameFound {
  readonly found: string;
  readonly kind: 'name' | 'domain' | 'place' | 'person' | 'address';
}

/** The names, addresses and places of bodies that are not public in a text; never whose they are. */
export const namesIn = async (acting: Acting, text: string): Promise<NameFound[]> => {
  const form = alike(text);
  const { rows } = await sql<NameFound>`
    select found, kind from exchange.traces(${form}, ${marksOf(form)})`.execute(acting.db);
  // The longest match says it best: "北都電力" inside "北都電力株式会社" is not a second trace.
  return rows.filter((r) => !rows.some((o) => o !== r && o.found.length > r.found.length && o.found.includes(r.found)));
};
