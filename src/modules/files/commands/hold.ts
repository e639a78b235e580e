import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { BroughtFile } from '../contract.ts';
import type { Looked } from '../look/look.ts';
import { mostHeld } from '../rules.ts';

const pieceSize = 524_288;

/** Keeps a file that was looked through for a draft of the acting person, attached to nothing. The same bytes are not kept twice for one desk. */
export const holdFile = async (acting: Acting, draft: string, looked: Looked): Promise<BroughtFile> => {
  const { n } = await acting.db
    .selectFrom('files.held')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  if (n >= mostHeld) throw new Refusal('too-many-files', { most: mostHeld });
  const digest = createHash('sha256').update(looked.bytes).digest();
  const id = randomUUID();
  const { name, kind } = looked;
  const size = looked.bytes.length;
  const { rows } = await sql<{ content: string; fresh: boolean }>`
    select content, fresh from files.hold(${id}, ${randomUUID()}, ${draft}, ${name}, ${kind}, ${size}, ${digest}, ${looked.text}, ${looked.unread}, ${acting.now})`.execute(
    acting.db,
  );
  const [held] = rows;
  if (held === undefined) throw notFound();
  if (held.fresh) await keep(acting, held.content, looked.bytes);
  await acting.record({ fact: 'file.brought', subject: id, detail: { kind } });
  return { id, name, kind, size, digest: digest.toString('hex'), found: [...looked.found] };
};

const keep = async (acting: Acting, content: string, bytes: Buffer): Promise<void> => {
  for (let at = 0; at < bytes.length; at += pieceSize) {
    await acting.db
      .insertInto('files.chunk')
      .values({ content, position: at / pieceSize + 1, bytes: bytes.subarray(at, at + pieceSize) })
      .execute();
  }
};
