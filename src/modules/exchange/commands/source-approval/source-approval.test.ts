import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askingIn } from '../../../../../test/source-approval.ts';
import { buildWorld, type World } from '../../../../../test/world.ts';
import { watchAskings } from './watch-askings.ts';

let world: World;
const noon = new Date('2026-11-23T03:00:00Z');
const hours = (n: number): Date => new Date(noon.getTime() + n * 3_600_000);
beforeAll(async () => {
  world = await buildWorld(noon);
});
beforeEach(() => world.clock.set(noon));
afterAll(() => world.close());

const { post, get, reported, draft, approve, send, approved, asked, askingOf, sources } = askingIn(() => world);

describe('a lesson made from a report', () => {
  it('is shown to its source and the ministry that knows it once a second person has looked, and waits', async () => {
    const report = await reported();
    const id = await draft([report]);
    expect(await asked('operator.power-a', report)).toEqual([]);
    expect((await send(id)).body.reason).toBe('needs-second-person');
    expect((await approve(id)).status).toBe(200);
    const [mine] = await asked('operator.power-a', report);
    expect(mine).toMatchObject({ state: 'open', mine: true, mayAnswer: true, due: hours(4).toISOString() });
    const shown = await get('operator.power-a', `/api/source-approvals/${mine?.id}`);
    expect([shown.status, shown.body.title, shown.body.body]).toEqual([
      200,
      '記憶装置の故障からの教訓',
      '部品は時期をずらして入れ替える。',
    ]);
    expect((await asked('ministry.meti', report))[0]).toMatchObject({ id: mine?.id, mine: false });
    const refused = await send(id);
    expect([refused.status, refused.body.reason]).toEqual([409, 'source-approval-open']);
    expect((await get('cs.duty', `/api/provisions/${id}/audience`)).body.blockers).toEqual(['source-approval-open']);
    expect((await get('operator.water-a', `/api/provisions/${id}`)).status).toBe(404);
  });

  it('goes once the source agrees, and the desk learns neither who answered nor when', async () => {
    const report = await reported();
    const id = await approved([report]);
    const asking = await askingOf('operator.power-a', report);
    world.clock.set(hours(1));
    const answer = await post('operator.power-a', `/api/source-approvals/${asking}/answer`, { answer: 'agreed' });
    expect([answer.status, answer.body.state]).toEqual([201, 'agreed']);
    const told = await sources(id);
    expect(told).toMatchObject({ against: null, askings: [{ state: 'agreed', due: hours(4).toISOString() }] });
    const said = JSON.stringify((await get('cs.duty', `/api/provisions/${id}`)).body);
    expect(said).not.toContain(hours(1).toISOString());
    for (const one of [
      world.people.get('operator.power-a')?.body,
      world.people.get('operator.power-a')?.seat,
      'power-a',
    ])
      expect(said).not.toContain(one);
    expect((await send(id)).status).toBe(200);
    expect((await asked('operator.power-a', report))[0]).toMatchObject({
      sentAt: hours(1).toISOString(),
      mayAnswer: false,
    });
    const late = await post('operator.power-a', `/api/source-approvals/${asking}/answer`, {
      answer: 'objected',
      reason: '遅い',
    });
    expect([late.status, late.body.reason]).toEqual([409, 'already-sent']);
  });

  it('waits out the silence that releases it, and says so in a row that has its time', async () => {
    const report = await reported();
    const id = await approved([report]);
    world.clock.set(new Date(hours(4).getTime() - 1000));
    expect((await send(id)).body.reason).toBe('source-approval-open');
    world.clock.set(hours(4));
    expect(await watchAskings(world.worker, world.clock)).toBeGreaterThan(0);
    expect(await watchAskings(world.worker, world.clock)).toBe(0);
    expect(await sources(id)).toMatchObject({ against: null, askings: [{ state: 'silent', silence: 'releases' }] });
    expect((await send(id)).status).toBe(200);
    expect((await asked('operator.power-a', report))[0]).toMatchObject({
      state: 'silent',
      sentAt: hours(4).toISOString(),
    });
  });

  it('does not go over an objection; a text changed by the proposal is shown again', async () => {
    const report = await reported();
    const id = await approved([report]);
    const first = await askingOf('operator.power-a', report);
    const naming = { answer: 'objected', reason: '架空power-a株式会社と分かります。' };
    expect((await post('operator.power-a', `/api/source-approvals/${first}/answer`, naming)).body.reason).toBe(
      'note-names-source',
    );
    const objection = { answer: 'objected', reason: '時期が読めます。', wording: '部品は順に入れ替える。' };
    expect((await post('operator.power-a', `/api/source-approvals/${first}/answer`, objection)).status).toBe(201);
    world.clock.set(hours(9));
    expect((await send(id)).body.reason).toBe('source-objected');
    expect((await post('cs.chief', `/api/provisions/${id}/urgent-release`, { reason: '急ぐため。' })).body.reason).toBe(
      'source-objected',
    );
    expect((await sources(id)).askings[0]).toMatchObject({
      state: 'objected',
      reason: '時期が読めます。',
      wording: '部品は順に入れ替える。',
    });
    await world.call('cs.duty', 'PATCH', `/api/provisions/${id}`, { body: '部品は順に入れ替える。' });
    expect((await asked('operator.power-a', report))[0]).toMatchObject({
      id: first,
      state: 'replaced',
      mayAnswer: false,
    });
    expect(
      (await post('operator.power-a', `/api/source-approvals/${first}/answer`, { answer: 'agreed' })).body.reason,
    ).toBe('text-replaced');
    expect((await approve(id)).status).toBe(200);
    const [second] = await asked('operator.power-a', report);
    expect([second?.id === first, second?.state]).toEqual([false, 'open']);
    expect(
      (await post('operator.power-a', `/api/source-approvals/${second?.id}/answer`, { answer: 'agreed' })).status,
    ).toBe(201);
    expect((await send(id)).status).toBe(200);
  });

  it('keeps an answer while only the audience changes', async () => {
    const report = await reported();
    const id = await approved([report]);
    await post('operator.power-a', `/api/source-approvals/${await askingOf('operator.power-a', report)}/answer`, {
      answer: 'agreed',
    });
    await world.call('cs.duty', 'PATCH', `/api/provisions/${id}`, {
      audience: { circles: ['ceptoar.power'], bodies: [] },
    });
    expect((await approve(id)).status).toBe(200);
    expect(await asked('operator.power-a', report)).toHaveLength(1);
    expect((await send(id)).status).toBe(200);
  });

  it('lets the ministry write down what it heard, and from whom', async () => {
    const report = await reported();
    const id = await approved([report]);
    const path = `/api/source-approvals/${await askingOf('ministry.meti', report)}/answer`;
    expect((await post('ministry.meti', path, { answer: 'agreed' })).body.reason).toBe('heard-from-whom');
    expect((await post('operator.power-a', path, { answer: 'agreed', heardFrom: '誰か' })).body.reason).toBe(
      'heard-from-whom',
    );
    expect((await post('ministry.meti', path, { answer: 'agreed', heardFrom: '当番（電話）' })).status).toBe(201);
    const shown = await get('operator.power-a', path.replace('/answer', ''));
    expect(shown.body.answers).toMatchObject([{ answer: 'agreed', heardFrom: '当番（電話）', by: 'meti' }]);
    expect(JSON.stringify(await sources(id))).not.toContain('当番');
    expect((await send(id)).status).toBe(200);
  });

  it('asks each of several sources, and shows each its own asking only', async () => {
    const [power, water] = [await reported(), await reported('operator.water-a', 'ministry.mhlw')];
    const id = await approved([power, water]);
    const [ofPower] = await asked('operator.power-a', power);
    const [ofWater] = await asked('operator.water-a', water);
    expect([
      await asked('operator.power-a', water),
      await asked('operator.water-a', power),
      await asked('ministry.mhlw', power),
    ]).toEqual([[], [], []]);
    for (const who of [
      'operator.water-a',
      'operator.power-b',
      'ministry.mhlw',
      'ceptoar.power',
      'cs.duty',
      'security.meti',
      'admin.system',
    ])
      for (const [method, tail, body] of [
        ['GET', '', undefined],
        ['POST', '/answer', { answer: 'agreed' }],
      ] as const)
        expect([
          who,
          method,
          (await world.call(who, method, `/api/source-approvals/${ofPower?.id}${tail}`, body)).status,
        ]).toEqual([who, method, 404]);
    await post('operator.power-a', `/api/source-approvals/${ofPower?.id}/answer`, { answer: 'agreed' });
    expect((await send(id)).body.reason).toBe('source-approval-open');
    expect((await get('operator.water-a', `/api/source-approvals/${ofWater?.id}`)).body.answers).toEqual([]);
    await post('operator.water-a', `/api/source-approvals/${ofWater?.id}/answer`, { answer: 'agreed' });
    const read = await send(id);
    expect(read.status).toBe(200);
    const recipient = await get('operator.water-b', `/api/provisions/${id}`);
    expect([recipient.status, recipient.body.desk]).toEqual([200, null]);
  });

  it('can be called back without asking anybody', async () => {
    const report = await reported();
    const id = await approved([report]);
    await post('operator.power-a', `/api/source-approvals/${await askingOf('operator.power-a', report)}/answer`, {
      answer: 'agreed',
    });
    expect((await send(id)).status).toBe(200);
    await post('cs.duty', `/api/provisions/${id}/versions`, { stage: 'recall', reason: '誤りがありました。' });
    expect((await approve(id)).status).toBe(200);
    expect((await send(id)).status).toBe(200);
    expect(await asked('operator.power-a', report)).toHaveLength(1);
  });
});
