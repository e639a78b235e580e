import { afterAll, beforeAll, expect, it } from 'vitest';
import { draft, filesIn } from '../../../../../../test/files-at-doors.ts';
import { docx, pdf, png } from '../../../../../../test/samples-of-files.ts';
import { buildWorld, type World } from '../../../../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { begun, bring, filesOf, somewhere } = filesIn(() => world);
const warningsAt = async (
  id: string,
): Promise<{ kind: string; key: string; text?: string; file?: string; what?: string }[]> =>
  (await world.call('cs.chief', 'GET', `/api/provisions/${id}/audience`)).body.warnings;
const attach = (id: string, name: string, bytes: Buffer) =>
  bring('cs.duty', `/api/provisions/${id}/attachments`, name, bytes);

it.each([
  ['手順.txt', Buffer.from('架空ｐｏｗｅｒ－ｂ株式会社の件')],
  ['表.csv', Buffer.from('接続先,件数\npower-b.example,4')],
  ['手順.docx', docx('誰か', '架空power-b株式会社の件')],
  ['paper.pdf', pdf('someone', 'see power-b.example')],
  ['架空power-b株式会社.txt', Buffer.from('中身は何でもない')],
])('a source’s name in a file is found, in its text and in its name: %s', async (name, bytes) => {
  const { id } = await begun();
  expect((await attach(id, name, bytes)).status).toBe(201);
  const traces = (await warningsAt(id)).filter((it) => it.kind === 'file-trace');
  expect(traces.map((it) => it.file)).toContain(name);
  expect(traces.every((it) => /power-b/u.test(it.text ?? ''))).toBe(true);
});

it('blocks release until the second person has cleared each with a reason, and looked at what no machine can read', async () => {
  const { id, item } = await begun();
  await attach(id, '画面.png', png());
  await attach(id, '表.csv', Buffer.from('power-b.example,4'));
  const standing = await warningsAt(id);
  expect(standing.map((it) => it.kind).toSorted()).toEqual(['file-trace', 'file-unread']);
  const approve = (accept: object[]) => world.call('cs.chief', 'POST', `/api/provisions/${id}/approval`, { accept });
  const reasoned = standing.map(({ key }) => ({ key, reason: '開いて確かめた' }));
  for (const accept of [[], reasoned.slice(0, 1), reasoned.slice(1)])
    expect((await approve(accept)).body.reason).toBe('warnings-stand');
  expect((await approve(reasoned.map((it) => ({ ...it, reason: '' })))).status).toBe(400);
  expect((await approve(reasoned)).status).toBe(200);
  // The same file under another number is another thing to look at.
  const [first] = (await filesOf('cs.duty', item)).body.items;
  await world.call('cs.duty', 'DELETE', `/api/provisions/${id}/attachments/${first.id}`);
  await attach(id, '画面.png', png());
  expect((await world.call('cs.duty', 'POST', `/api/provisions/${id}/dispatch`)).body.reason).toBe(
    'needs-second-person',
  );
  expect((await approve(reasoned)).body.reason).toBe('warnings-stand');
});

it('finds what stands in a file or among the indicators of a report that it was made from, and nothing of what all may know', async () => {
  const brought = await bring(
    'operator.power-a',
    '/api/held-files',
    'log.txt',
    Buffer.from('host KRG-HMI-03 called relay_7.dll'),
  );
  const report = await world.call('operator.power-a', 'POST', '/api/reports', {
    headline: '不審な通信',
    eventType: 'E43',
    handling: draft.handling,
    answers: { indicators: [{ value: { state: 'known', value: 'beacon-77.invalid' } }] },
    attachments: [brought.body.id],
  });
  expect([report.status, somewhere.length]).toEqual([201, 36]);
  await world.call('ministry.meti', 'POST', `/api/reports/${report.body.id}/relay`, {});
  const made = { derivedFrom: [report.body.id], body: 'relay_7.dll と CVE-2026-1234 を確かめてください。' };
  const { id } = await begun(made);
  await attach(id, '一覧.csv', Buffer.from('KRG-HMI-03,beacon-77.invalid\nCVE-2026-1234,sha256'));
  const found = (await warningsAt(id)).filter((it) => it.what === 'identifier').map((it) => `${it.kind} ${it.text}`);
  expect(found.toSorted()).toEqual(['file-trace KRG-HMI-03', 'file-trace beacon-77.invalid', 'trace relay_7.dll']);
  const unrelated = await begun({ body: 'relay_7.dll を確かめてください。' });
  expect((await warningsAt(unrelated.id)).filter((it) => it.what === 'identifier')).toEqual([]);
});

it('counts what a file says towards a group that is too small', async () => {
  const { id } = await begun({ audience: { circles: ['ceptoar.power'], bodies: [] } });
  const before = (await warningsAt(id)).filter((it) => it.kind === 'small-group');
  await attach(id, '注.txt', Buffer.from('浄水場の薬品の設備'));
  expect(before).toEqual([]);
  expect((await warningsAt(id)).filter((it) => it.kind === 'small-group').length).toBe(1);
});
