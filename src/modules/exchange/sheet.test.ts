import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../test/world.ts';
import { packageOf, partsOf } from '../forms/workbook/package.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const subject = {
  headline: '監視端末が応答しない',
  summary: '一行目\n二行目',
  eventType: 'E31',
  causeTypes: ['C26'],
  occurredAt: { state: 'between', from: '2026-11-22T16:00:00.000Z', to: '2026-11-22T17:30:00.000Z' },
  handling: 'GREEN',
};
const answers = {
  place: { state: 'withheld' },
  users: { state: 'about', value: 1200 },
  levelBreached: { state: 'known', value: true },
  breachedAt: { state: 'unknown' },
  indicators: [{ sort: { state: 'known', value: 'url' }, value: { state: 'known', value: 'https://a.example/x' } }],
  operatorName: { state: 'known', value: '架空電力' },
};
const out = (who: string, body: object = { written: { subject, answers } }) =>
  world.call(who, 'POST', '/api/reports/sheet', body);
const read = (who: string, file: string, more: object = {}) =>
  world.call(who, 'POST', '/api/reports/sheet/reading', { file, ...more });
const fileOf = async (who: string, body?: object): Promise<string> => (await out(who, body)).body.file as string;
const changed = (file: string, change: (text: string) => string): string =>
  packageOf(
    [...partsOf(Buffer.from(file, 'base64'))].map(([name, data]) => [name, change(data.toString())] as const),
  ).toString('base64');
const stored = async (): Promise<number> =>
  (await world.admin.query('select (select count(*) from circulation.item) + (select count(*) from forms.draft) as n'))
    .rows[0].n;

describe('the form of a report as a workbook', () => {
  it('comes back as the report that went out, can then be sent, and nothing is kept before that', async () => {
    const before = await stored();
    const sheet = await out('operator.power-a');
    expect([sheet.status, sheet.body.name], JSON.stringify(sheet.body)).toEqual([200, 'IT障害・予兆.xlsx']);
    const said = await read('operator.power-a', sheet.body.file as string);
    expect([said.status, said.body.problems], JSON.stringify(said.body)).toEqual([200, []]);
    expect(said.body).toMatchObject({ kind: 'failure', subject, answers });
    expect(await stored()).toBe(before);
    const { handling: _, ...members } = subject;
    const sent = await world.call('operator.power-a', 'POST', '/api/reports', {
      ...members,
      answers: said.body.answers,
      handling: { scheme: 'tlp', version: '2.0', value: 'GREEN' },
    });
    expect(sent.status, JSON.stringify(sent.body)).toBe(201);
  });

  it('bears its mark, and asks for what its kind asks', async () => {
    const parts = partsOf(Buffer.from(await fileOf('agency.ipa', { kind: 'attack-method', written: {} }), 'base64'));
    const sheet = parts.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
    expect(sheet).toContain('【TLP:AMBER】攻撃手法');
    expect(sheet).toContain('noroshi attack-method 1 attack-method');
    expect(sheet).not.toContain('eventType');
    expect(
      partsOf(Buffer.from(await fileOf('operator.power-a'), 'base64'))
        .get('xl/worksheets/sheet1.xml')
        ?.toString(),
    ).not.toMatch(/analysis|decisionReason/u);
  });

  it('is given and read for kinds that the seat tells, and by nobody who tells none', async () => {
    expect((await out('agency.ipa', { written: {} })).body.reason).toBe('report-kind-not-yours');
    const failure = await fileOf('operator.power-a');
    expect((await read('agency.ipa', failure)).body.reason).toBe('report-kind-not-yours');
    for (const who of ['ministry.meti', 'cs.duty', 'admin.system'])
      expect([who, (await out(who)).status, (await read(who, failure)).status]).toEqual([who, 403, 403]);
  });

  it('is refused when it is another form or version, and when it is not the kind that is being written', async () => {
    const failure = await fileOf('operator.power-a');
    expect((await read('operator.power-a', failure, { kind: 'lesson' })).body.reason).toBe('sheet-of-another-form');
    const older = changed(failure, (text) => text.replace('failure-report 1 failure', 'failure-report 7 failure'));
    expect((await read('operator.power-a', older)).body).toMatchObject({
      reason: 'sheet-of-another-version',
      version: 7,
      now: 1,
    });
    const other = changed(failure, (text) => text.replace('failure-report 1 failure', 'failure-report 1 tax'));
    expect((await read('operator.power-a', other)).body.reason).toBe('sheet-of-another-form');
  });

  it('names each problem by its cell, and says what a stage does not ask', async () => {
    const failure = await fileOf('operator.power-a', {
      written: {
        subject: { ...subject, occurredAt: '2027-01-01T00:00:00Z' },
        answers: { ...answers, lessons: '早い' },
      },
    });
    const markup = changed(failure, (text) =>
      text.replace('監視端末が応答しない', '&lt;script&gt;alert(1)&lt;/script&gt;'),
    );
    const said = (await read('operator.power-a', markup)).body;
    const cell = expect.stringMatching(/^D\d+$/u);
    expect(said.problems).toEqual(
      expect.arrayContaining([
        { cell, path: 'headline', code: 'text-has-markup', params: {} },
        { cell, path: 'occurredAt', code: 'in-the-future', params: {} },
        { cell, path: 'lessons', code: 'not-asked', params: {} },
      ]),
    );
    expect(said.problems).toHaveLength(3);
    expect(JSON.stringify(said)).not.toContain('script');
    expect(said.subject).toMatchObject({ eventType: 'E31' });
    expect((await read('operator.power-a', failure, { stage: 'final' })).body.answers.lessons).toBeDefined();
  });

  it('is refused plainly for what is no workbook', async () => {
    for (const file of ['bm90IGEgd29ya2Jvb2s=', Buffer.from('PK\u0003\u0004').toString('base64')])
      expect((await read('operator.power-a', file)).body.reason).toBe('sheet-not-readable');
    expect((await read('operator.power-a', 'not base64!')).status).toBe(400);
    expect((await read('operator.power-a', 'A'.repeat(700_004))).status).toBe(400);
  });
});
