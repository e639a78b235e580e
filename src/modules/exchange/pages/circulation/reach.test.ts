import { expect, test } from 'vitest';
import type { CirculationView, RecipientRow, TierFigures } from '../../../circulation/contract.ts';
import { answersOf, curveOf, inCallingOrder, standingOf, toCall } from './reach.ts';

const tier = (position: number, more: Partial<TierFigures> = {}): TierFigures => ({
  tier: `t${position}`,
  position,
  sector: null,
  targeted: 10,
  sent: 10,
  delivered: 10,
  opened: 5,
  acknowledged: 4,
  unreachable: 0,
  reasons: [],
  states: [],
  medianSeconds: null,
  maxSeconds: null,
  ...more,
});
const row = (name: string, more: Partial<RecipientRow> = {}): RecipientRow => ({
  receipt: name,
  body: { id: name, name },
  tier: 'operator',
  sector: null,
  sentAt: '2026-11-23T01:00:00Z',
  deliveredAt: '2026-11-23T01:00:03Z',
  openedAt: null,
  acknowledgedAt: null,
  state: null,
  note: null,
  unreachable: null,
  contact: null,
  attempts: 0,
  spoken: null,
  ...more,
});

test('whom no message reaches is telephoned first, who has opened it last, who answered not at all', () => {
  const rows = [
    row('opened', { openedAt: '2026-11-23T01:10:00Z' }),
    row('answered', { acknowledgedAt: '2026-11-23T01:10:00Z' }),
    row('tried', { attempts: 2 }),
    row('silent'),
    row('moved', { deliveredAt: null, unreachable: 'moved' }),
    row('not yet sent', { sentAt: null, deliveredAt: null }),
  ];
  expect(toCall(rows).map((it) => it.receipt)).toEqual(['moved', 'silent', 'tried', 'opened']);
  expect(standingOf(rows[1] as RecipientRow)).toBe('done');
});

test('upper tiers come before lower ones, and where all answered nobody is called', () => {
  const order = inCallingOrder([
    tier(3, { sector: 'water' }),
    tier(3, { sector: 'gas', acknowledged: 1 }),
    tier(1),
    tier(2, { acknowledged: 10 }),
  ]);
  expect(order.map((it) => `${it.position} ${it.sector}`)).toEqual(['1 null', '3 gas', '3 water']);
});

test('answers are summed over the tiers, each state said even when nobody gave it', () => {
  const sums = answersOf([
    tier(1, { states: [{ state: 'received', count: 2 }] }),
    tier(2, {
      states: [
        { state: 'received', count: 3 },
        { state: 'affected', count: 1 },
      ],
    }),
  ]);
  expect(sums).toEqual([
    { state: 'received', count: 5 },
    { state: 'not-affected', count: 0 },
    { state: 'investigating', count: 0 },
    { state: 'affected', count: 1 },
  ]);
});

test('a curve begins at nothing when it was sent and goes on to now', () => {
  const view = {
    item: '',
    sentAt: '2026-11-23T01:00:00Z',
    due: null,
    scope: 'all',
    tiers: [tier(1)],
    sectors: [],
    curve: [{ tier: tier(1).tier, position: 1, at: '2026-11-23T01:30:00Z', count: 4 }],
    rows: [],
    spoken: 0,
    attempts: [],
  } as CirculationView;
  const points = curveOf(view, new Date('2026-11-23T03:00:00Z'), () => 'a')[0]?.points ?? [];
  expect(points.map((p) => p.value)).toEqual([0, 40, 40]);
  expect(points.at(-1)?.at).toEqual(new Date('2026-11-23T03:00:00Z'));
});
