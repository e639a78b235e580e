import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { formDefinition } from '../../kernel/form.ts';
import { bilingual, id, instant, page, paging } from '../../kernel/shapes.ts';
import { contentIssues } from './rules.ts';

export { type FormCode, type FormCodes, type FormDefinition, formDefinition } from '../../kernel/form.ts';
export { type Answer, type Answers, type Contact, type Entry, type Problem, problemCodes } from './engine/values.ts';
export type { Change } from './engine/view/difference.ts';

const word = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/u);
const formRef = z.strictObject({ key: word, version: z.int().min(1).max(9999) });

const draftContent = z.record(z.string(), z.unknown()).superRefine((content, ctx) => {
  for (const { path, code } of contentIssues(content)) {
    ctx.addIssue({ code: 'custom', path: path === '' ? [] : path.split('.'), message: code, params: { code } });
  }
});

/** A save of a draft. `revision` is that of the draft it was made from; a first save has none. */
export const draftInput = z.strictObject({
  kind: word,
  form: formRef.optional(),
  content: draftContent,
  revision: z.int().min(1).optional(),
});
export type DraftInput = z.output<typeof draftInput>;

/** What a save answers: the revision to send with the next. */
export const draftSaved = z.object({ id, revision: z.int(), savedAt: instant });

/** A draft in the list of its author. */
export const draftListed = draftSaved.extend({
  kind: z.string(),
  form: formRef.nullable(),
  title: z.string().nullable(),
});
export type DraftListed = z.infer<typeof draftListed>;

/** A draft as its author left it. */
export const draftView = draftListed.extend({ content: z.record(z.string(), z.unknown()) });
export type DraftView = z.infer<typeof draftView>;

/** A form with the code lists it asks for, as its reader fills it in. */
export const formView = z.object({
  definition: formDefinition,
  codes: z.record(
    z.string(),
    z.array(z.object({ code: z.string(), title: bilingual, says: bilingual.optional() })).readonly(),
  ),
});
export type FormView = z.infer<typeof formView>;

const one = z.object({ id });

/** The doors of this room. */
export const formsDoors = {
  saveDraft: endpoint({
    method: 'PUT',
    path: '/api/drafts/:id',
    may: 'signed-in',
    says: 'Creates or replaces a draft of the acting person in the acting seat; the same save sent again changes nothing.',
    params: one,
    body: draftInput,
    output: draftSaved,
    refusals: ['draft-stale', 'too-many-drafts'],
  }),
  listDrafts: endpoint({
    method: 'GET',
    path: '/api/drafts',
    may: 'signed-in',
    says: 'One’s own drafts in the acting seat and realm, last saved first.',
    query: paging.extend({ kind: word.optional() }),
    output: page(draftListed),
  }),
  showDraft: endpoint({
    method: 'GET',
    path: '/api/drafts/:id',
    may: 'signed-in',
    says: 'One of one’s own drafts with its content.',
    params: one,
    output: draftView,
  }),
  discardDraft: endpoint({
    method: 'DELETE',
    path: '/api/drafts/:id',
    may: 'signed-in',
    says: 'Throws a draft of one’s own away; done twice it is done once.',
    params: one,
    output: z.null(),
    status: 204,
  }),
  showForm: endpoint({
    method: 'GET',
    path: '/api/forms/:key',
    may: 'signed-in',
    says: 'The current version of a form as the reader fills it in, with the code lists it asks for.',
    params: z.object({ key: word }),
    output: formView,
  }),
} as const;

/** Drafts are private until they are sent: this room records no facts. */
export const formsFacts = [] as const;
