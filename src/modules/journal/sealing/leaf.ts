import { createHash } from 'node:crypto';
import { leafText } from '../rules.ts';
import { leafHash } from './tree.ts';

/** A row of the journal with who did it. */
export interface Row {
  readonly id: string;
  readonly at: Date;
  readonly realm: string;
  readonly fact: string;
  readonly subject: string;
  readonly open_to: string;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

/** Who did an entry, as its leaf holds it: without the salt nobody can try names against it. */
export const whoHash = (salt: Uint8Array, seat: string, person: string): string =>
  createHash('sha256').update(salt).update(`${seat} ${person}`).digest('base64');

/** The text that is sealed of a row. */
export const textOf = (row: Row, who: string): string =>
  leafText({ ...row, at: row.at.toISOString(), openTo: row.open_to, who });

/** The hash under which a row is sealed. */
export const hashOf = (row: Row, who: string): Buffer => leafHash(Buffer.from(textOf(row, who)));
