import { sql } from 'kysely';
import type { OutputOf } from '../../kernel/endpoint.ts';
import type { Handling } from '../../kernel/marking.ts';
import { notFound } from '../../kernel/refusal.ts';
import type { Acting } from '../../platform/acting.ts';
import { refuseWeakSignIn } from '../circulation/index.ts';
import type { Attachment, FileKind, filesDoors } from './contract.ts';

interface Row {
  id: string;
  name: string;
  kind: string;
  size: number;
  digest: Buffer;
}

const fileOf = (row: Row) => ({
  id: row.id,
  name: row.name,
  kind: row.kind as FileKind,
  size: row.size,
  digest: row.digest.toString('hex'),
});

/** The files that the acting person holds for a draft. */
export const heldFiles = async (acting: Acting, draft: string): Promise<OutputOf<typeof filesDoors.listHeldFiles>> => {
  const rows = await acting.db
    .selectFrom('files.held')
    .selectAll()
    .where('draft', '=', draft)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return { items: rows.map((row) => ({ ...fileOf(row), heldAt: row.at.toISOString() })), next: null };
};

/** The files of an item, with what can be read in each; nothing for whoever does not see it. */
export const filesOf = async (acting: Acting, item: string): Promise<(Attachment & { text: string })[]> => {
  const { rows } = await sql<Row & { unread: boolean; text: string }>`
    select a.id, a.name, a.kind, a.size, a.digest, r.unread, r.text from files.attachment a join files.reading r on r.content = a.content
     where a.item = ${item} order by a.position`.execute(acting.db);
  return rows.map((row) => ({ ...fileOf(row), unread: row.unread, text: row.text }));
};

/** The list of the files of an item that the reader sees. */
export const attachmentsOf = async (
  acting: Acting,
  item: string,
): Promise<OutputOf<typeof filesDoors.listAttachments>> => {
  const seen = await acting.db
    .selectFrom('circulation.item')
    .select('handling')
    .where('id', '=', item)
    .executeTakeFirst();
  if (seen === undefined) throw notFound();
  refuseWeakSignIn(acting.signIn.strong, seen.handling as Handling);
  const { rows } = await sql<Row & { unread: boolean }>`
    select a.id, a.name, a.kind, a.size, a.digest, r.unread from files.attachment a join files.reading r on r.content = a.content
     where a.item = ${item} order by a.position`.execute(acting.db);
  return { items: rows.map((row) => ({ ...fileOf(row), unread: row.unread })), next: null };
};

/** The bytes of a file of something the reader sees. That a copy was taken is on record for whoever took it. */
export const copyOf = async (
  acting: Acting,
  attachment: string,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> => {
  const { rows } = await sql<{ name: string; content: string; handling: Handling }>`
    select a.name, a.content, i.handling from files.attachment a join circulation.item i on i.id = a.item
     where a.id = ${attachment}`.execute(acting.db);
  const [it] = rows;
  if (it === undefined) throw notFound();
  refuseWeakSignIn(acting.signIn.strong, it.handling);
  const pieces = await acting.db
    .selectFrom('files.chunk')
    .select('bytes')
    .where('content', '=', it.content)
    .orderBy('position')
    .execute();
  // In a realm where nothing may be done any more one may still read.
  if (acting.halted === null) await acting.record({ fact: 'file.taken', subject: attachment });
  return { name: it.name, bytes: new Uint8Array(Buffer.concat(pieces.map((piece) => piece.bytes))) };
};
