/** The door of the forms room for rooms of the server. Pages enter by `pages/index.ts`, which knows no server. */
export { checkDefinition, type DefinitionIssue } from './engine/check.ts';
export { holds } from './engine/conditions.ts';
export { answersOf, part, validate, type Validation } from './engine/validate.ts';
export { type Change, difference, type Side } from './engine/view/difference.ts';
export {
  flat,
  type FormModel,
  type ItemModel,
  type LayoutContext,
  type SectionModel,
  sheet,
} from './engine/view/model.ts';
export { type Locale, type Voice } from './engine/view/voice.ts';
export { voiceOf } from './engine/view/words.ts';
export { formsReactions } from './commands/pass-drafts.ts';
export { formsRoutes } from './routes.ts';
export { type FormReading, read } from './engine/read.ts';
export { alike, codesFor, savingOf } from './rules.ts';
export { openSheet, readSheet, type SheetMark, type SheetProblem, type SheetReading } from './workbook/read.ts';
export { workbookOf } from './workbook/write.ts';
