import { sql } from 'kysely';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { DraftInput } from '../contract.ts';
import { mostDrafts, type Saved, savingOf } from '../rules.ts';

/** Creates or replaces a draft of one's own; the same save sent again changes nothing. */
export const saveDraft = async (
  acting: Acting,
  id: string,
  input: DraftInput,
): Promise<{ id: string; revision: number; savedAt: string }> => {
  // One save of one draft at a time: a second one waits here and then sees what the first wrote.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${acting.person} ${id}`}, 0))`.execute(acting.db);
  const stored = await acting.db
    .selectFrom('forms.draft')
    .select(['revision', 'kind', 'form_key', 'form_version', 'content', 'saved_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  const before: Saved | null =
    stored === undefined
      ? null
      : { revision: stored.revision, kind: stored.kind, form: formOf(stored), content: stored.content };
  const saving = savingOf(before, {
    kind: input.kind,
    form: input.form ?? null,
    content: input.content,
    revision: input.revision,
  });
  if (saving === 'stale') throw new Refusal('draft-stale', { revision: before?.revision ?? null }, 412);
  if (saving === 'same')
    return { id, revision: before?.revision ?? 1, savedAt: (stored?.saved_at ?? acting.now).toISOString() };

  const row = {
    kind: input.kind,
    form_key: input.form?.key ?? null,
    form_version: input.form?.version ?? null,
    content: JSON.stringify(input.content),
    revision: (before?.revision ?? 0) + 1,
    saved_at: acting.now,
  };
  if (saving === 'replace') {
    await acting.db.updateTable('forms.draft').set(row).where('id', '=', id).execute();
  } else {
    await refuseTooMany(acting);
    await acting.db
      .insertInto('forms.draft')
      .values({ id, seat: acting.seat, person: acting.person, realm: acting.realm, ...row })
      .execute();
  }
  return { id, revision: row.revision, savedAt: acting.now.toISOString() };
};

const refuseTooMany = async (acting: Acting): Promise<void> => {
  const { n } = await acting.db
    .selectFrom('forms.draft')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  if (n >= mostDrafts) throw new Refusal('too-many-drafts', { most: mostDrafts });
};

/** The form a draft was begun on. */
export const formOf = (row: {
  form_key: string | null;
  form_version: number | null;
}): { key: string; version: number } | null =>
  row.form_key === null || row.form_version === null ? null : { key: row.form_key, version: row.form_version };
