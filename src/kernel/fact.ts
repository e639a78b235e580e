/** A fact: something that happened, past tense, `noun.verb-ed`, e.g. `report.submitted`. Rooms list theirs in their contract. */
export type FactName = `${string}.${string}`;

/** Who may read a journal entry: only who did it, or whoever the entry's subject has reached. */
export type Openness = 'actor' | 'reached';

/** What a command records, in the transaction of its change. `detail` holds few words: codes and counts, never content or names. */
export interface Fact {
  readonly fact: FactName;
  readonly subject: string;
  readonly openTo?: Openness;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Who did it in the journal where nobody did: the house, by the clock. No seat and no person has this id. */
export const theHouse = '00000000-0000-4000-8000-000000000000';
