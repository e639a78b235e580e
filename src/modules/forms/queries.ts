import { sql } from 'kysely';
import type { OutputOf } from '../../kernel/endpoint.ts';
import { notFound } from '../../kernel/refusal.ts';
import type { Acting } from '../../platform/acting.ts';
import { cursorOf, readCursor } from '../../platform/http/cursor.ts';
import { formCodes, formOf as formNamed, theProgramme } from '../programme/index.ts';
import { formOf } from './commands/save-draft.ts';
import type { DraftListed, DraftView, formsDoors } from './contract.ts';
import { codesFor, definitionFor, titleOf } from './rules.ts';

interface Row {
  id: string;
  revision: number;
  saved_at: Date;
  kind: string;
  form_key: string | null;
  form_version: number | null;
  content: Record<string, unknown>;
}

const listedOf = (r: Row): DraftListed => ({
  id: r.id,
  revision: r.revision,
  savedAt: r.saved_at.toISOString(),
  kind: r.kind,
  form: formOf(r),
  title: titleOf(r.content),
});

/** One's own drafts in the acting seat and realm, last saved first. */
export const listDrafts = async (
  acting: Acting,
  query: { limit: number; cursor?: string | undefined; kind?: string | undefined },
): Promise<{ items: DraftListed[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const { rows } = await sql<Row>`
    select id, revision, saved_at, kind, form_key, form_version, content from forms.draft
     where person = ${acting.person} and seat = ${acting.seat} and realm = ${acting.realm}
       ${query.kind === undefined ? sql`` : sql`and kind = ${query.kind}`}
       ${after === null ? sql`` : sql`and (saved_at, id) < (${after.at}, ${after.id}::uuid)`}
     order by saved_at desc, id desc limit ${query.limit + 1}`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return { items: shown.map(listedOf), next: last === undefined ? null : cursorOf(last.saved_at, last.id) };
};

/** One of one's own drafts with its content. */
export const showDraft = async (acting: Acting, id: string): Promise<DraftView> => {
  const row = await acting.db.selectFrom('forms.draft').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound();
  const content = row.content as Record<string, unknown>;
  return { ...listedOf({ ...row, content }), content };
};

/** A form as the reader fills it in, with the code lists it asks for. */
export const showForm = async (acting: Acting, key: string): Promise<OutputOf<typeof formsDoors.showForm>> => {
  const programme = theProgramme();
  const form = formNamed(programme, key);
  if (form === undefined) throw notFound();
  const definition = definitionFor(form, acting.may('triage-reports'));
  const codes = codesFor(definition, formCodes(programme, acting.now));
  return { definition, codes };
};
