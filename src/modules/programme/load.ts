import { checkCodes } from './reading/checks/codes.ts';
import { checkDates } from './reading/checks/dates.ts';
import { checkDuplicates } from './reading/checks/duplicates.ts';
import { checkForms } from './reading/checks/forms.ts';
import { checkLevels } from './reading/checks/levels.ts';
import { checkMeasures } from './reading/checks/measures.ts';
import { checkObligations } from './reading/checks/obligations.ts';
import { checkReferences } from './reading/checks/references.ts';
import { checkSurveys } from './reading/checks/surveys.ts';
import { type Whole, wholeOf } from './reading/checks/whole.ts';
import { readFiles } from './reading/files.ts';
import { inOneLine, listening, type Problem } from './reading/problems.ts';
import { supervisionOf } from './rules/bodies.ts';
import { inKanaOrder } from './rules/measures.ts';
import type { Measure, MeasureItem } from './shapes/measures.ts';
import type { Programme } from './shapes/programme.ts';

/** A programme that can be used, or everything that stands against it; never both. */
export type Reading =
  | { readonly programme: Programme; readonly problems: readonly [] }
  | { readonly programme: null; readonly problems: readonly Problem[] };

const checks = [
  checkDuplicates,
  checkReferences,
  checkDates,
  checkCodes,
  checkForms,
  checkObligations,
  checkLevels,
  checkMeasures,
  checkSurveys,
];

/**
 * Reads and checks a folder such as `programmes/jp-2014`. While a file does not fit its shape only the shapes are
 * judged, since half a programme would refer to much that is merely not read yet.
 */
export const readProgramme = async (folder: string, locale: 'ja' | 'en' = 'en'): Promise<Reading> => {
  const { say, found } = listening(locale);
  const whole = wholeOf(await readFiles(folder, say));
  if (whole !== undefined) for (const check of checks) check(whole, say);
  const problems = found();
  if (whole === undefined || problems.length > 0) return { programme: null, problems };
  return { programme: assembled(whole), problems: [] };
};

/** Reads a programme that has to be right; throws with every problem by file and line when it is not. */
export const loadProgramme = async (folder: string): Promise<Programme> => {
  const { programme, problems } = await readProgramme(folder);
  if (programme !== null) return programme;
  throw new Error([`${folder} is no programme that can be used.`, ...problems.map(inOneLine)].join('\n'));
};

const assembled = (whole: Whole): Programme => ({
  ...whole.programme.data,
  sectors: whole.sectors.data.sectors,
  supervision: supervisionOf(whole.sectors.data.sectors),
  bodies: whole.bodies.data.bodies,
  capacities: whole.capacities.data.capacities,
  modes: whole.routes.data.modes,
  regions: whole.routes.data.regions,
  routes: whole.routes.data.routes,
  obligations: whole.obligations.data.obligations,
  levels: whole.levels.data.levels,
  onward: whole.routes.data.onward,
  kinds: whole.kinds.data.kinds,
  codeLists: whole.lists.map((it) => it.list),
  forms: whole.forms.map((it) => it.data),
  measureGroups: whole.measures.data.groups,
  measureItems: whole.measures.data.items.map(itemOf).toSorted((a, b) => inKanaOrder(a.item, b.item)),
  measures: whole.measures.data.items.flatMap(leavesOf).toSorted((a, b) => inKanaOrder(a.label, b.label)),
  changes: whole.changes.data.changes,
  spaces: whole.channels.data.spaces,
  views: whole.channels.data.views,
  drills: whole.drills.data.drills,
  surveys: whole.surveys.data.surveys,
  inquiries: whole.channels.data.inquiries,
  supports: whole.channels.data.supports,
});

type ItemData = Whole['measures']['data']['items'][number];

const itemOf = (it: ItemData): MeasureItem => ({
  item: it.item,
  group: it.group,
  title: it.title,
  owners: it.owners,
  restatedOf: it.restatedOf ?? null,
  subItems: it.measures.length,
});

const leavesOf = (it: ItemData): Measure[] =>
  (it.measures.length > 0 ? it.measures : [{ ...it, sub: null }]).map((leaf) => ({
    label: leaf.sub === null ? it.item : `${it.item}-${leaf.sub}`,
    item: it.item,
    sub: leaf.sub,
    group: it.group,
    title: leaf.title,
    owners: leaf.owners ?? it.owners,
    through: leaf.through ?? it.through ?? [],
    restated: it.restatedOf !== undefined,
    conditional: leaf.trigger !== undefined,
    trigger: leaf.trigger ?? null,
    partly: leaf.partly ?? false,
    evidence: leaf.evidence ?? [],
  }));
