import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../../../test/world.ts';
import { chaseContacts } from '../../jobs.ts';

let world: World;
const noon = new Date('2026-11-23T03:00:00Z');
const day = 86_400_000;
const later = (days: number): Date => new Date(noon.getTime() + days * day);
beforeAll(async () => {
  world = await buildWorld(noon);
});
beforeEach(() => world.clock.set(noon));
afterAll(() => world.close());

const point = async (who: string, more: object = {}): Promise<string> => {
  const made = await world.call(who, 'POST', '/api/contacts', {
    role: 'duty',
    label: '指令所',
    hours: 'always',
    position: 1,
    phone: '00-0000-0001',
    ...more,
  });
  expect([made.status, made.body.reason]).toEqual([201, undefined]);
  return made.body.id;
};
const shift = (who: string, contact: string, more: object = {}) =>
  world.call(who, 'POST', '/api/roster/shifts', {
    called: '夜の当番',
    contact,
    weekdays: [1, 2, 3, 4, 5],
    starts: '18:00',
    ends: '08:00',
    ...more,
  });
const duty = async (who: string) =>
  new Map(
    (await world.call(who, 'GET', '/api/duty')).body.items.map(
      (it: { body: { id: string }; now: { called: string } | null }) => [it.body.id, it.now?.called ?? null],
    ),
  );
const bodyOf = (who: string): string => world.people.get(who)?.body ?? '';

describe('a duty roster', () => {
  it('says who serves now to its body and the seats above it, and to nobody else', async () => {
    const who = 'operator.power-a';
    const contact = await point(who);
    expect((await shift(who, contact)).status).toBe(201);
    expect(await duty(who)).toEqual(new Map([[bodyOf(who), null]]));
    world.clock.set(new Date('2026-11-23T11:00:00Z'));
    expect(await duty('ministry.meti')).toEqual(new Map([[bodyOf(who), '夜の当番']]));
    expect((await duty('ceptoar.power')).get(bodyOf(who))).toBe('夜の当番');
    for (const other of ['operator.power-b', 'security.meti', 'ministry.mhlw', 'cs.duty', 'admin.system', 'agency.ipa'])
      expect((await duty(other)).has(bodyOf(who))).toBe(false);
    expect((await world.call('cs.duty', 'GET', `/api/roster?body=${bodyOf(who)}`)).status).toBe(404);
    expect((await world.call('ministry.meti', 'GET', `/api/roster?body=${bodyOf(who)}`)).body.shifts).toHaveLength(1);
  });

  it('refuses places that overlap, dates behind each other, strangers and points of others', async () => {
    const who = 'operator.power-b';
    const contact = await point(who);
    await shift(who, contact);
    expect((await shift(who, contact, { starts: '07:00', ends: '09:00' })).body.reason).toBe('roster-overlaps');
    expect((await shift(who, contact, { from: '2026-11-30', to: '2026-11-30', weekdays: [7] })).body.reason).toBe(
      'impossible-date',
    );
    expect((await shift(who, contact, { from: '2026-11-01', weekdays: [7] })).body.reason).toBe('impossible-date');
    const stranger = world.people.get('operator.power-a')?.person;
    expect((await shift(who, contact, { weekdays: [7], person: stranger })).body.reason).toBe('not-a-colleague');
    expect((await shift('operator.power-c', contact)).status).toBe(404);
    const without = { from: later(1).toISOString(), until: later(2).toISOString() };
    const twice = () => world.call(who, 'POST', '/api/roster/exceptions', without);
    expect((await twice()).status).toBe(201);
    expect((await twice()).body.reason).toBe('roster-overlaps');
    const half = await world.call(who, 'POST', '/api/roster/exceptions', { ...without, called: '代わり' });
    expect(half.body.reason).toBe('contact-wanted');
  });

  it('shows a gap where whoever is named has left the body', async () => {
    const who = 'operator.power-d';
    const contact = await point(who);
    const all = { weekdays: [1, 2, 3, 4, 5, 6, 7], starts: '00:00', ends: '00:00' };
    await shift(who, contact, { ...all, person: world.people.get(who)?.person });
    const seen = async () => (await world.call('ministry.meti', 'GET', `/api/roster?body=${bodyOf(who)}`)).body;
    expect(await seen()).toMatchObject({ now: { called: '夜の当番' }, gaps: [] });
    const { seat, person } = world.people.get(who) ?? { seat: '', person: '' };
    await world.call('admin.system', 'DELETE', `/api/seats/${seat}/holders/${person}`);
    const ended = await world.admin.query(
      'select count(*)::int as n from acting.holder where seat = $1 and valid_to is not null',
      [seat],
    );
    if (ended.rows[0].n === 0)
      await world.admin.query(`update acting.holder set valid_to = '2026-11-23' where seat = $1`, [seat]);
    const after = await seen();
    expect(after.now).toBeNull();
    expect(after.shifts[0].gone).toBe(true);
    expect(after.gaps).toEqual([{ from: noon.toISOString(), until: later(14).toISOString() }]);
  });

  it('ends a place from today and takes an exception back, once', async () => {
    const who = 'operator.power-e';
    const contact = await point(who);
    const made = (await shift(who, contact)).body.shifts[0].id;
    expect((await world.call('operator.power-f', 'DELETE', `/api/roster/shifts/${made}`)).status).toBe(404);
    expect((await world.call(who, 'DELETE', `/api/roster/shifts/${made}`)).status).toBe(204);
    expect((await world.call(who, 'DELETE', `/api/roster/shifts/${made}`)).status).toBe(404);
    const term = { from: later(1).toISOString(), until: later(2).toISOString(), note: '停電点検' };
    const off = (await world.call(who, 'POST', '/api/roster/exceptions', term)).body.exceptions[0].id;
    expect((await world.call(who, 'DELETE', `/api/roster/exceptions/${off}`)).status).toBe(204);
    expect((await world.call(who, 'DELETE', `/api/roster/exceptions/${off}`)).status).toBe(404);
    expect((await world.call(who, 'GET', '/api/roster')).body).toMatchObject({ shifts: [], exceptions: [], gaps: [] });
  });
});

describe('saying that contact points are right', () => {
  const who = 'operator.water-a';
  const fresh = async (reader: string) => (await world.call(reader, 'GET', '/api/freshness')).body;
  const stateOf = async (reader: string) =>
    (await fresh(reader)).items.find((it: { body: { id: string } }) => it.body.id === bodyOf(who))?.state;

  it('is refused with none, and unless exactly those that stand were looked at', async () => {
    const nothing = await world.call(who, 'POST', '/api/attestations', { points: [bodyOf(who)] });
    expect(nothing.body.reason).toBe('no-contacts');
    const one = await point(who);
    const two = await point(who, { label: '宿直', position: 2 });
    expect((await world.call(who, 'POST', '/api/attestations', { points: [one] })).body.reason).toBe(
      'contacts-changed',
    );
    expect(await stateOf(who)).toBe('never');
    const said = await world.call(who, 'POST', '/api/attestations', { points: [two, one] });
    expect(said.body).toMatchObject({ state: 'fresh', points: 2, due: '2027-02-23T03:00:00.000Z' });
  });

  it('is asked for again: soon, then red, for the body and for those above it only', async () => {
    world.clock.set(new Date('2027-02-10T03:00:00Z'));
    expect(await stateOf('ministry.mhlw')).toBe('soon');
    const told = async (reader: string): Promise<number> => {
      await world.settle();
      const { items } = (await world.call(reader, 'GET', '/api/notices?unread=true')).body;
      return items.filter((it: { why: string }) => it.why === 'contacts').length;
    };
    expect(await chaseContacts(world.worker, world.clock)).toBe(0);
    expect(await chaseContacts(world.worker, world.clock)).toBe(0);
    expect([await told(who), await told('ministry.mhlw'), await told('ceptoar.water')]).toEqual([1, 0, 0]);
    world.clock.set(new Date('2027-02-24T03:00:00Z'));
    for (const reader of [who, 'ministry.mhlw', 'ceptoar.water']) expect(await stateOf(reader)).toBe('late');
    for (const reader of ['operator.water-b', 'ministry.meti', 'ceptoar.power', 'cs.duty', 'agency.ipa'])
      expect(await stateOf(reader)).toBeUndefined();
    expect(await chaseContacts(world.worker, world.clock)).toBe(1);
    expect(await chaseContacts(world.worker, world.clock)).toBe(0);
    expect(await told(who)).toBe(2);
    const row = await world.admin.query('select late_at from parties.attestation_due where body = $1', [bodyOf(who)]);
    expect(Object.values(row.rows[0])).not.toContain(null);
  });

  it('gives figures by capacity to who reads them, and to nobody else', async () => {
    const operators = (await fresh('cs.duty')).figures.find((it: { capacity: string }) => it.capacity === 'operator');
    expect(operators).toEqual({ capacity: 'operator', bodies: 9, fresh: 1 });
    expect((await fresh('ministry.meti')).figures).toEqual([]);
  });
});

it('a point may be reached by fax or radio alone, and one that ends tonight says so', async () => {
  const who = 'operator.water-c';
  const radio = await world.call(who, 'POST', '/api/contacts', {
    role: 'duty',
    label: '衛星電話',
    hours: 'night',
    position: 1,
    radio: '衛星 00-0000-9999',
    languages: ['ja', 'en'],
    until: '2026-11-24',
  });
  expect(radio.body).toMatchObject({
    phone: null,
    radio: '衛星 00-0000-9999',
    languages: ['ja', 'en'],
    until: '2026-11-24',
  });
  const mine = (await world.call(who, 'GET', '/api/freshness')).body.items[0];
  expect(mine).toMatchObject({ mine: true, points: 1, ending: 1 });
  world.clock.set(later(1));
  expect((await world.call(who, 'GET', '/api/contacts?of=mine')).body.items).toEqual([]);
  const past = { role: 'duty', label: 'x', hours: 'day', position: 1, phone: '00-0000-0002', until: '2026-11-24' };
  expect((await world.call(who, 'POST', '/api/contacts', past)).body.reason).toBe('impossible-date');
});
