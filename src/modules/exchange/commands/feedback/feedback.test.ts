import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../../../test/world.ts';

let world: World;
const noon = new Date('2026-11-23T03:00:00Z');
const minutes = (n: number): Date => new Date(noon.getTime() + n * 60_000);
beforeAll(async () => {
  world = await buildWorld(noon);
});
beforeEach(() => world.clock.set(noon));
afterAll(() => world.close());

const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const post = (who: string, path: string, body: object = {}) => world.call(who, 'POST', path, body);
const get = (who: string, path: string) => world.call(who, 'GET', path);
const issue = async (more: object = {}): Promise<string> => {
  const { body } = await post('cs.duty', '/api/provisions', {
    title: '外への不審な通信',
    body: '203.0.113.9 への通信を調べてください。',
    kind: 'warning',
    handling: amber,
    audience: { circles: ['ceptoar.power', 'ceptoar.water'], bodies: [] },
    tempo: 'direct',
    ...more,
  });
  expect((await post('cs.chief', `/api/provisions/${body.id}/approval`)).status).toBe(200);
  const sent = await post('cs.duty', `/api/provisions/${body.id}/dispatch`);
  expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  return body.id;
};
const sighting = { kind: 'sighting', indicator: '203[.]0[.]113[.]9', seenFrom: minutes(-60).toISOString(), count: 12 };
const told = async (who: string, id: string) => (await get(who, `/api/provisions/${id}/feedback`)).body;

describe('what a recipient tells back', () => {
  it('is named to those through whom it came, and comes to the desk with its sector alone', async () => {
    const id = await issue();
    const made = await post('operator.power-a', `/api/provisions/${id}/feedback`, sighting);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    const own = await told('operator.power-a', id);
    expect([own.mayGive, own.items[0].mine, own.items[0].mayChange]).toEqual([true, true, true]);
    expect(own.items[0].versions[0]).toMatchObject({ act: 'given', indicator: '203[.]0[.]113[.]9', count: 12 });
    for (const who of ['ministry.meti', 'ceptoar.power'])
      expect([who, (await told(who, id)).items[0].body.name]).toEqual([who, '架空power-a株式会社']);
    const desk = await told('cs.duty', id);
    expect(desk).toMatchObject({ mayGive: false, figures: { sightings: 1, corrections: 0 } });
    expect(desk.items[0]).toMatchObject({ sector: 'electricity', body: null, mine: false });
    const said = JSON.stringify(desk);
    const power = world.people.get('operator.power-a');
    for (const secret of [power?.body, power?.seat, power?.person, 'power-a']) expect(said).not.toContain(secret);
    for (const who of ['operator.power-b', 'operator.water-a', 'ceptoar.water', 'ministry.mhlw'])
      expect([who, (await told(who, id)).items, (await told(who, id)).figures]).toEqual([
        who,
        [],
        { sightings: 0, corrections: 0 },
      ]);
    for (const who of ['security.meti', 'admin.system', 'agency.ipa'])
      expect([who, (await get(who, `/api/provisions/${id}/feedback`)).status]).toEqual([who, 404]);
    const bare = (await world.admin.query('select indicator from exchange.feedback_version')).rows;
    expect(bare).toEqual([{ indicator: '203.0.113.9' }]);
  });

  it('is changed with what was said before kept for its own part only, and taken back', async () => {
    const id = await issue();
    const correction = { kind: 'correction', quote: '203.0.113.9', text: '203.0.113.19 ではないでしょうか。' };
    const { body } = await post('operator.water-a', `/api/provisions/${id}/feedback`, correction);
    world.clock.set(minutes(5));
    const changed = await post('operator.water-a', `/api/feedback/${body.id}/versions`, {
      ...correction,
      text: '取り違えでした。',
    });
    expect(changed.status).toBe(201);
    expect((await post('operator.water-a', `/api/feedback/${body.id}/versions`, sighting)).body.reason).toBe(
      'kind-stays',
    );
    for (const who of ['operator.power-a', 'ceptoar.power', 'agency.ipa'])
      for (const tail of ['versions', 'withdrawal'])
        expect([
          who,
          (await post(who, `/api/feedback/${body.id}/${tail}`, tail === 'versions' ? correction : {})).status,
        ]).toEqual([who, 404]);
    // Those who see it may not speak for it.
    for (const who of ['cs.duty', 'ministry.mhlw'])
      expect([who, (await post(who, `/api/feedback/${body.id}/withdrawal`)).body.reason]).toEqual([
        who,
        'not-to-be-answered',
      ]);
    expect((await told('ministry.mhlw', id)).items[0].versions.map((v: { text: string }) => v.text)).toEqual([
      '取り違えでした。',
      '203.0.113.19 ではないでしょうか。',
    ]);
    world.clock.set(minutes(6));
    expect((await post('operator.water-a', `/api/feedback/${body.id}/withdrawal`)).status).toBe(201);
    expect((await post('operator.water-a', `/api/feedback/${body.id}/withdrawal`)).body.reason).toBe(
      'not-to-be-answered',
    );
    const desk = await told('cs.duty', id);
    expect(desk.figures).toEqual({ sightings: 0, corrections: 0 });
    expect(desk.items[0].versions.map((v: { act: string }) => v.act)).toEqual(['withdrawn']);
    expect(JSON.stringify(desk)).not.toContain('取り違え');
    expect((await told('ministry.mhlw', id)).items[0].versions).toHaveLength(3);
  });

  it('says nothing of a name, of a time that cannot be, or of what is not there', async () => {
    const id = await issue();
    const give = (who: string, body: object) => post(who, `/api/provisions/${id}/feedback`, body);
    expect(
      (await give('operator.power-a', { kind: 'correction', text: '架空power-a株式会社では違いました。' })).body.reason,
    ).toBe('note-names-source');
    expect((await give('operator.power-a', { ...sighting, indicator: 'mail.power-a.example' })).body.reason).toBe(
      'note-names-source',
    );
    expect((await give('operator.power-a', { ...sighting, seenFrom: minutes(60).toISOString() })).body.reason).toBe(
      'impossible-date',
    );
    expect((await give('operator.power-a', { ...sighting, seenUntil: minutes(-90).toISOString() })).body.reason).toBe(
      'impossible-date',
    );
    expect((await give('operator.power-a', { kind: 'correction', text: ' ' })).status).toBe(400);
    expect((await give('cs.duty', sighting)).body.reason).toBe('not-to-be-answered');
    expect((await give('agency.ipa', sighting)).status).toBe(404);
    const draft = await post('cs.duty', '/api/provisions', {
      title: '下書き',
      body: '下書き',
      kind: 'warning',
      handling: amber,
      audience: { circles: ['ceptoar.power'], bodies: [] },
      tempo: 'direct',
    });
    expect((await post('operator.power-a', `/api/provisions/${draft.body.id}/feedback`, sighting)).status).toBe(404);
  });

  it('ends with a recall, for what is new and for what was told before', async () => {
    const id = await issue();
    const { body } = await post('operator.power-a', `/api/provisions/${id}/feedback`, sighting);
    await post('cs.duty', `/api/provisions/${id}/versions`, { stage: 'recall', reason: '誤り' });
    await post('cs.chief', `/api/provisions/${id}/approval`);
    expect((await post('cs.duty', `/api/provisions/${id}/dispatch`)).status).toBe(200);
    expect((await post('operator.power-a', `/api/provisions/${id}/feedback`, sighting)).body.reason).toBe(
      'not-to-be-answered',
    );
    expect((await post('operator.power-a', `/api/feedback/${body.id}/versions`, sighting)).body.reason).toBe(
      'not-to-be-answered',
    );
    const own = await told('operator.power-a', id);
    expect([own.mayGive, own.items[0].mayChange]).toEqual([false, false]);
  });

  it('waits with its provision: who has not got it yet tells nothing back', async () => {
    const id = await issue({ tempo: 'relay', audience: { circles: ['ceptoar.power'], bodies: [] } });
    expect((await post('operator.power-a', `/api/provisions/${id}/feedback`, sighting)).status).toBe(404);
    expect((await post('ministry.meti', `/api/provisions/${id}/feedback`, sighting)).status).toBe(201);
  });
});

describe('what became of a report', () => {
  it('is told to its source and its ministry in counts, and small ones not at all', async () => {
    const report = await post('operator.power-a', '/api/reports', {
      headline: '不審な通信',
      eventType: 'E41',
      handling: amber,
    });
    await post('ministry.meti', `/api/reports/${report.body.id}/relay`);
    const use = async (who: string) => (await get(who, `/api/reports/${report.body.id}/use`)).body;
    expect((await use('operator.power-a')).items).toEqual([]);
    const id = await issue({ derivedFrom: [report.body.id] });
    const inbox = (await get('operator.power-b', '/api/inbox?open=true&kind=provision')).body.items;
    const { receipt } = inbox.find((it: { subject: { id: string } }) => it.subject.id === id);
    await post('operator.power-b', `/api/receipts/${receipt}/acknowledgement`, { state: 'affected' });
    await post('operator.power-b', `/api/provisions/${id}/feedback`, sighting);
    const { items } = await use('operator.power-a');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      kind: 'warning',
      recalled: false,
      affected: null,
      sightings: null,
      corrections: 0,
    });
    // Nothing that is shown lets the one be worked out.
    expect(items[0].acknowledged).toBeNull();
    expect((await use('ministry.meti')).items).toEqual(items);
    expect((await use('cs.duty')).items).toEqual([]);
    for (const who of ['operator.power-b', 'ministry.mhlw', 'ceptoar.power'])
      expect([who, (await get(who, `/api/reports/${report.body.id}/use`)).status]).toEqual([who, 404]);
    expect(JSON.stringify(items)).not.toContain(id);
  });
});
