import { parseArgs } from 'node:util';
import { readProgramme } from './load.ts';
import { inOneLine } from './reading/problems.ts';

/** `node src/modules/programme/check.ts programmes/jp-2014`: says what is wrong by file and line, or what is there. */
const { positionals } = parseArgs({ allowPositionals: true });
const locale = process.env['LANG']?.startsWith('ja') === true ? 'ja' : 'en';

for (const folder of positionals) {
  const { programme, problems } = await readProgramme(folder, locale);
  for (const problem of problems) console.error(inOneLine(problem));
  if (programme === null) {
    process.exitCode = 1;
    continue;
  }
  const counts = {
    sectors: programme.sectors.length,
    bodies: programme.bodies.length,
    capacities: programme.capacities.length,
    routes: programme.routes.length,
    codeLists: programme.codeLists.length,
    forms: programme.forms.length,
    items: programme.measureItems.length,
    measures: programme.measures.length,
    changes: programme.changes.length,
  };
  console.info(
    `${folder}: ${Object.entries(counts)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}`,
  );
}
if (positionals.length === 0) {
  console.error('usage: node src/modules/programme/check.ts <folder of a programme> …');
  process.exitCode = 1;
}
