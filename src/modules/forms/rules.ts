/** Decisions of the forms room: what a draft may hold, whether a save still fits, which fields a reader is asked. */
import type { FormCodes, FormDefinition } from '../../kernel/form.ts';
import { hasControlCharacters, hasMarkup } from '../../kernel/text.ts';

/** The largest content of a draft, in bytes of JSON. */
export const largestDraft = 200_000;

/** How many drafts one person keeps in one seat. */
export const mostDrafts = 200;

const DEEPEST = 12;
const NAME = /^[\w.:-]{1,80}$/u;

/** Why a draft cannot be stored. */
export type ContentCode = 'too-deep' | 'bad-name' | 'too-large' | 'text-has-control-characters' | 'text-has-markup';

/** What is wrong with the content of a draft, by place; goes through it without recursion, so that depth cannot hurt. */
export const contentIssues = (content: unknown): { path: string; code: ContentCode }[] => {
  const issues: { path: string; code: ContentCode }[] = [];
  const waiting: { it: unknown; path: string; depth: number }[] = [{ it: content, path: '', depth: 0 }];
  for (let next = waiting.pop(); next !== undefined && issues.length < 20; next = waiting.pop()) {
    const { it, path, depth } = next;
    if (typeof it === 'string') issues.push(...textIssues(it).map((code) => ({ path, code })));
    if (typeof it !== 'object' || it === null) continue;
    if (depth >= DEEPEST) {
      issues.push({ path, code: 'too-deep' });
      continue;
    }
    for (const [name, value] of Object.entries(it)) {
      if (!NAME.test(name) || name === '__proto__') issues.push({ path, code: 'bad-name' });
      else waiting.push({ it: value, path: path === '' ? name : `${path}.${name}`, depth: depth + 1 });
    }
  }
  if (issues.length === 0 && sizeOf(content) > largestDraft) issues.push({ path: '', code: 'too-large' });
  return issues;
};

const textIssues = (text: string): ContentCode[] => [
  ...(hasControlCharacters(text) ? (['text-has-control-characters'] as const) : []),
  ...(hasMarkup(text) ? (['text-has-markup'] as const) : []),
];

const sizeOf = (content: unknown): number => new TextEncoder().encode(JSON.stringify(content) ?? '').length;

/** A draft as far as saving has to know it. */
export interface Saved {
  readonly revision: number;
  readonly kind: string;
  readonly form: { readonly key: string; readonly version: number } | null;
  readonly content: unknown;
}

/** A save as it was sent; `revision` is that of the draft it was made from. */
export interface Save extends Omit<Saved, 'revision'> {
  readonly revision?: number | undefined;
}

/**
 * What a save comes to. The same save sent again is `same`, so that a lost answer costs nothing; a save made from an older
 * revision, or from a draft that is gone, is `stale`, so that a forgotten tab neither overwrites nor brings back.
 */
export const savingOf = (stored: Saved | null, sent: Save): 'create' | 'replace' | 'same' | 'stale' => {
  if (stored === null) return sent.revision === undefined ? 'create' : 'stale';
  const unchanged = alike([stored.kind, stored.form, stored.content], [sent.kind, sent.form, sent.content]);
  if (unchanged && (sent.revision === undefined || stored.revision - sent.revision <= 1)) return 'same';
  return sent.revision === undefined || sent.revision === stored.revision ? 'replace' : 'stale';
};

/** Whether two values are the same data. The database gives the members of an object back in an order of its own. */
export const alike = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const canonical = (it: unknown): string =>
  JSON.stringify(it, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** The words by which a person knows a draft again: its headline or title, as far as written; null without one. */
export const titleOf = (content: Readonly<Record<string, unknown>>): string | null => {
  for (const name of ['headline', 'title']) {
    const words = Object.hasOwn(content, name) ? content[name] : undefined;
    if (typeof words === 'string' && words.trim() !== '') return words.trim().slice(0, 200);
  }
  return null;
};

/** The form as its reader fills it in: fields of the centre only for the centre, sections left empty by that left out. */
export const definitionFor = (definition: FormDefinition, centre: boolean): FormDefinition => ({
  ...definition,
  sections: definition.sections
    .map((section) => ({ ...section, fields: section.fields.filter((field) => centre || field.audience !== 'centre') }))
    .filter((section) => section.fields.length > 0),
});

/** The code lists that a form asks for, and no other. */
export const codesFor = (definition: FormDefinition, codes: FormCodes): FormCodes => {
  const fields = definition.sections.flatMap((s) => s.fields).flatMap((f) => (f.type === 'group' ? f.fields : [f]));
  const keys = new Set(fields.flatMap((f) => f.codes ?? []));
  return Object.fromEntries([...keys].map((key) => [key, codes[key] ?? []]));
};
