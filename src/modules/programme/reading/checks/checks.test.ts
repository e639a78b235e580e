import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { loadProgramme, readProgramme } from '../../load.ts';
import { inOneLine } from '../problems.ts';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((it) => rm(it, { recursive: true })));
});

/** A copy of the small programme with one text in one file put in the place of another. */
const spoiled = async (file: string, good: string, bad: string): Promise<{ folder: string; line: number }> => {
  const folder = await mkdtemp(join(tmpdir(), 'programme-'));
  folders.push(folder);
  await cp(new URL('../../../../../programmes/nis2-sample', import.meta.url), folder, { recursive: true });
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  expect(text, 'the text to spoil').toContain(good);
  const at = text.indexOf(good) + (bad.indexOf('»') === -1 ? 0 : bad.indexOf('»'));
  const now = text.replace(good, () => bad.replace('»', ''));
  await writeFile(path, now);
  return { folder, line: now.slice(0, at).split('\n').length };
};

/** What is said against the programme in a folder, with file names from the folder on. */
const toldOf = async (folder: string, locale: 'ja' | 'en'): Promise<string[]> => {
  const { programme, problems } = await readProgramme(folder, locale);
  expect(programme).toBeNull();
  return problems.map((it) => inOneLine(it).slice(folder.length + 1));
};

// What is wrong begins at the mark », or else at the first letter.
const spoils: readonly [what: string, file: string, good: string, bad: string, says: string][] = [
  ['YAML that is none', 'bodies.yaml', '    kind: csirt', '    kind: csirt: x', 'This is not YAML'],
  [
    'a member written twice',
    'capacities.yaml',
    '  - key: entity\n',
    '  - key: entity\n    »key: twice\n',
    'This is not YAML',
  ],
  [
    'a member nobody knows',
    'sectors.yaml',
    '    from: 2024-10-18',
    '    »fron: 2024-10-18',
    'Nothing called fron belongs here',
  ],
  ['a member left out', 'measures.yaml', '- item: C\n    group: cooperation\n', '- »item: C\n', 'group is missing'],
  ['an impossible day', 'sectors.yaml', '    from: 2024-10-18', '    »from: 2024-13-18', 'from: Invalid'],
  ['an impossible length of time', 'obligations.yaml', 'within: PT72H', 'within: 72 hours', 'within'],
  [
    'a power the house does not have',
    'capacities.yaml',
    '[manage-accounts, confirm-recovery, confirm-handover]',
    '[»manage-content, confirm-recovery, confirm-handover]',
    'powers.1: Invalid option',
  ],
  ['a fact that is no fact', 'measures.yaml', 'report.submitted', 'report submitted', 'evidence.1'],
  [
    'a body that is not there',
    'sectors.yaml',
    'body: authority.energy',
    'body: authority.enrgy',
    'There is no body with the key authority.enrgy',
  ],
  [
    'a capacity that is not there',
    'bodies.yaml',
    'capacity: spoc',
    'capacity: spok',
    'There is no capacity with the key spok',
  ],
  ['a mode that is not there', 'routes.yaml', 'mode: ordinary', 'mode: usual', 'There is no mode with the key usual'],
  [
    'a recipient of a duty that is not there',
    'obligations.yaml',
    'recipient: csirt',
    'recipient: police',
    'There is no capacity with the key police',
  ],
  [
    'a trigger that cannot be read',
    'obligations.yaml',
    'trigger: crossBorder == true',
    'trigger: crossBoarder == true',
    'crossBoarder',
  ],
  [
    'a quantity that a level does not measure',
    'levels.yaml',
    '{ quantity: customers, atLeast: 10000 }',
    '{ quantity: »clients, atLeast: 10000 }',
    'There is no quantity with the key clients',
  ],
  [
    'a level of a sector that is not there',
    'levels.yaml',
    'sector: energy',
    'sector: »enrgy',
    'There is no sector with the key enrgy',
  ],
  ['a limit that is no number', 'levels.yaml', 'atLeast: 60 }] }\n', 'atLeast: »an hour }] }\n', 'levels.yaml'],
  ['a clock that starts with nothing', 'obligations.yaml', 'at: stage-sent, of: follow-up', 'at: stage-sent', 'of'],
  [
    'an owner that is not there',
    'measures.yaml',
    'owners: [spoc]',
    'owners: [»spok]',
    'There is no owner with the key spok',
  ],
  [
    'a code list that is not there',
    'forms/incident-notification.yaml',
    'codes: severity',
    'codes: gravity',
    'There is no list with the key gravity',
  ],
  [
    'a sector a tier cannot reach',
    'routes.yaml',
    'to: csirt, scope: all',
    'to: csirt, scope: sector',
    'energy wants csirt',
  ],
  ['a key used twice', 'sectors.yaml', '- key: health', '- »key: energy', 'sector energy stands here a second time'],
  [
    'a code used twice',
    'codes.yaml',
    '{ code: final, title',
    '»{ code: notification, title',
    'code notification stands here a second time',
  ],
  [
    'an end before its beginning',
    'routes.yaml',
    '    from: 2024-10-18\n',
    '    from: 2024-10-18\n    »until: 2024-10-17\n',
    'ends on 2024-10-17',
  ],
  [
    'two at the same time',
    'sectors.yaml',
    '    competent: [{ body: authority.energy, from: 2024-10-18 }]',
    '    competent: [{ body: authority.energy }, »{ body: authority.general }]',
    'energy competent holds twice',
  ],
  [
    'a condition that cannot be read',
    'forms/incident-notification.yaml',
    'when: crossBorder == true',
    'when: crossBorder ==',
    'The condition cannot be read',
  ],
  [
    'a condition on what stands below',
    'forms/incident-notification.yaml',
    'when: crossBorder == true',
    'when: rootCause == "x"',
    'The condition cannot be read',
  ],
  ['a count that is not so', 'measures.yaml', 'subItems: 2', 'subItems: 3', 'declares 3 subItems, but 2 are here'],
  [
    'several codes where one is right',
    'forms/incident-notification.yaml',
    'type: choice, codes: severity',
    'type: choices, codes: severity',
    'severity wants choice: many',
  ],
];

describe('A programme that is wrong says where', () => {
  test.each(spoils)('%s', async (_, file, good, bad, says) => {
    const { folder, line } = await spoiled(file, good, bad);
    const told = await toldOf(folder, 'en');
    expect(told.join('\n')).toContain(says);
    expect(told.find((it) => it.includes(says))).toMatch(new RegExp(`^${file}:${line}:\\d+: `, 'u'));
  });

  test('says that a file is missing, and that another belongs to nothing', async () => {
    const { folder } = await spoiled('routes.yaml', 'mode: ordinary', 'mode: ordinary');
    await rm(join(folder, 'bodies.yaml'));
    await writeFile(join(folder, 'notes.txt'), 'x');
    const told = await toldOf(folder, 'ja');
    expect(told).toEqual([
      'bodies.yaml:1:1: ファイルがありません。',
      'notes.txt:1:1: この名前のファイルは、プログラムのどの部分にもなりません。',
    ]);
  });

  test('will not be loaded', async () => {
    const { folder } = await spoiled('bodies.yaml', 'capacity: spoc', 'capacity: spok');
    await expect(loadProgramme(folder)).rejects.toThrow(/bodies\.yaml:\d+:\d+: There is no capacity/u);
  });
});
