import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadProgramme } from '../../../programme/index.ts';
import type { Programme } from '../../../programme/contract.ts';
import { planned, type Told } from './plan.ts';

let [jp, nis2]: Programme[] = [];
beforeAll(async () => {
  const read = (key: string) =>
    loadProgramme(fileURLToPath(new URL(`../../../../../programmes/${key}`, import.meta.url)));
  [jp, nis2] = await Promise.all([read('jp-2014'), read('nis2-sample')]);
});

const at = (text: string): Date => new Date(text);
const base: Told = {
  sector: 'info-comm',
  stage: 'first',
  eventType: 'E31',
  causeTypes: [],
  occurredAt: '2014-07-20T01:00:00Z',
  detectedAt: null,
  answers: {},
  sent: [{ item: 'v1', stage: 'first', at: at('2014-07-20T05:00:00Z') }],
};
const known = (value: unknown) => ({ state: 'known', value });
const dutiesOf = (programme: Programme | undefined, more: Partial<Told>) =>
  planned(
    programme?.obligations ?? [],
    { ...base, ...more },
    programme ?? { timeZone: 'UTC', fiscalYearBegins: '01-01' },
  );
const telecom = (users: unknown, outageMinutes: unknown) =>
  dutiesOf(jp, { answers: { users: known(users), outageMinutes: known(outageMinutes) } }).map((it) => it.key);

describe('the telecommunications rules of 2014', () => {
  it('tell AND from OR: serious, quarterly, or nothing', () => {
    expect(telecom(30_000, 120)).toEqual(['telecom-serious-first', 'telecom-serious-detailed']);
    expect(telecom(30_000, 60)).toEqual(['telecom-quarterly']);
    expect(telecom(29_999, 120)).toEqual(['telecom-quarterly']);
    expect(telecom(29_999, 119)).toEqual([]);
  });

  it('run promptly, thirty days from occurrence, and two months from the end of the quarter', () => {
    const serious = dutiesOf(jp, { answers: { users: known(30_000), outageMinutes: known(120) } });
    expect(serious.map((it) => [it.due?.toISOString() ?? 'promptly', it.met?.item ?? null])).toEqual([
      ['promptly', 'v1'],
      ['2014-08-19T01:00:00.000Z', null],
    ]);
    const quarterly = dutiesOf(jp, { answers: { users: known(30_000), outageMinutes: known(60) } });
    expect(quarterly[0]).toMatchObject({ start: at('2014-09-30T15:00:00Z'), due: at('2014-11-30T15:00:00Z') });
  });

  it('take the end of a span for the trigger and its beginning for the clock, and are nobody else’s', () => {
    const [first] = dutiesOf(jp, {
      occurredAt: { state: 'between', from: '2014-07-19T00:00:00Z', to: '2014-07-20T00:00:00Z' },
      answers: { users: { state: 'between', from: 10_000, to: 50_000 }, outageMinutes: known(180) },
    });
    expect(first).toMatchObject({
      key: 'telecom-serious-first',
      start: at('2014-07-19T00:00:00Z'),
      certainty: 'earliest',
    });
    expect(dutiesOf(jp, { sector: 'water', answers: { users: known(90_000), outageMinutes: known(600) } })).toEqual([]);
  });

  it('let a clock run from what is known where the start is not, and say so', () => {
    const answers = { users: known(30_000), outageMinutes: known(120) };
    expect(dutiesOf(jp, { occurredAt: { state: 'unknown' }, answers })[1]).toMatchObject({
      start: at('2014-07-20T05:00:00Z'),
      certainty: 'assumed',
    });
  });

  it('fall away when the report is withdrawn', () => {
    expect(dutiesOf(jp, { stage: 'withdrawal', answers: { users: known(30_000), outageMinutes: known(120) } })).toEqual(
      [],
    );
  });
});

describe('the clocks of NIS 2', () => {
  const aware = { awareAt: known('2026-10-24T10:00:00Z') };
  const sent = [{ item: 'v1', stage: 'first' as const, at: at('2026-10-24T12:00:00Z') }];

  it('are 24 and 72 hours from awareness, also when clocks change, and one month from the notification', () => {
    const first = dutiesOf(nis2, { answers: aware, sent });
    expect(first.map((it) => [it.key, it.due?.toISOString() ?? null, it.met?.item ?? null])).toEqual([
      ['early-warning', '2026-10-25T10:00:00.000Z', 'v1'],
      ['notification', '2026-10-27T10:00:00.000Z', null],
      ['final-report', null, null],
    ]);
    const notified = [...sent, { item: 'v2', stage: 'follow-up' as const, at: at('2026-10-24T20:00:00Z') }];
    expect(dutiesOf(nis2, { answers: aware, sent: notified, stage: 'follow-up' })[2]).toMatchObject({
      key: 'final-report',
      due: at('2026-11-24T21:00:00Z'),
    });
  });

  it('add a duty when effects may cross a border', () => {
    const keys = dutiesOf(nis2, { answers: { ...aware, crossBorder: known(true) }, sent }).map((it) => it.key);
    expect(keys).toContain('cross-border');
    expect(dutiesOf(nis2, { answers: { ...aware, crossBorder: { state: 'unknown' } }, sent })).toHaveLength(3);
  });
});
