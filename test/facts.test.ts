import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { breakglassFacts } from '../src/modules/breakglass/contract.ts';
import { circulationFacts } from '../src/modules/circulation/contract.ts';
import { channelsFacts } from '../src/modules/channels/contract.ts';
import { drillsFacts } from '../src/modules/drills/contract.ts';
import { exchangeFacts } from '../src/modules/exchange/contract.ts';
import { filesFacts } from '../src/modules/files/contract.ts';
import { formsFacts } from '../src/modules/forms/contract.ts';
import { noticesFacts } from '../src/modules/notices/contract.ts';
import { modeFacts } from '../src/modules/mode/contract.ts';
import { partiesFacts } from '../src/modules/parties/contract.ts';
import { reviewFacts } from '../src/modules/review/contract.ts';
import { surveysFacts } from '../src/modules/surveys/contract.ts';
import { situationsFacts } from '../src/modules/situations/contract.ts';
import { loadProgramme } from '../src/modules/programme/index.ts';

const modules = resolve(import.meta.dirname, '../src/modules');
const walk = (dir: string): string[] =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });

const listed: Readonly<Record<string, readonly string[]>> = {
  breakglass: breakglassFacts,
  channels: channelsFacts,
  circulation: circulationFacts,
  drills: drillsFacts,
  exchange: exchangeFacts,
  files: filesFacts,
  forms: formsFacts,
  notices: noticesFacts,
  mode: modeFacts,
  parties: partiesFacts,
  review: reviewFacts,
  situations: situationsFacts,
  surveys: surveysFacts,
};

it('every fact that a room records stands in its contract, and no other', () => {
  for (const [room, facts] of Object.entries(listed)) {
    const written = walk(join(modules, room))
      .filter(
        (f) => f.endsWith('.ts') && !f.endsWith('.test.ts') && !f.endsWith('contract.ts') && !f.includes('/pages/'),
      )
      .map((f) => readFileSync(f, 'utf8'))
      .join('\n');
    const recorded = facts.filter((fact) => written.includes(`'${fact}'`));
    expect([room, recorded]).toEqual([room, [...facts]]);
    const named = [...written.matchAll(/fact: '([a-z-]+\.[a-z-]+)'/gu)].map((m) => m[1] as string);
    expect([room, named.filter((fact) => !facts.includes(fact))]).toEqual([room, []]);
  }
});

it('the measures of information sharing name facts that are really recorded', async () => {
  const programme = await loadProgramme(resolve(import.meta.dirname, '../programmes/jp-2014'));
  const all = new Set(Object.values(listed).flat());
  for (const label of ['ウ-a', 'ウ-b', 'ウ-d', 'エ-a', 'エ-b', 'エ-c', 'セ']) {
    const measure = programme.measures.find((m) => m.label === label);
    expect([label, measure?.evidence.some((fact) => all.has(fact.split('.').slice(0, 2).join('.')))]).toEqual([
      label,
      true,
    ]);
  }
});

it('every fact has words in both languages for the record, and no word is of a fact that is none', () => {
  const all = Object.values(listed).flat().toSorted();
  for (const language of ['ja', 'en']) {
    const words = JSON.parse(readFileSync(join(modules, `journal/messages/${language}.json`), 'utf8')) as object;
    const named = Object.keys(words).flatMap((key) =>
      key.startsWith('journal.fact.') ? [key.slice('journal.fact.'.length)] : [],
    );
    expect([language, named.toSorted()]).toEqual([language, all]);
  }
});
