import { join } from '../../platform/http/door.ts';
import { discardDraft } from './commands/discard-draft.ts';
import { saveDraft } from './commands/save-draft.ts';
import { formsDoors } from './contract.ts';
import { listDrafts, showDraft, showForm } from './queries.ts';

/** The forms room's doors and what answers them. */
export const formsRoutes = join(formsDoors, {
  saveDraft: (acting, { params, body }) => saveDraft(acting, params.id, body),
  listDrafts: (acting, { query }) => listDrafts(acting, query),
  showDraft: (acting, { params }) => showDraft(acting, params.id),
  discardDraft: (acting, { params }) => discardDraft(acting, params.id),
  showForm: (acting, { params }) => showForm(acting, params.key),
});
