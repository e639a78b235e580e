import { describe, expect, test } from 'vitest';
import { tlp } from '../../../../kernel/marking.ts';
import type { ProvisionListed, ReportListed } from '../../../exchange/contract.ts';
import type { InboxItem } from '../../../circulation/contract.ts';
import { collect, countsOf, markOf, type Told } from './collect.ts';

const now = new Date('2026-11-23T03:12:00+09:00');
const at = (time: string): string => new Date(`2026-11-23T${time}:00+09:00`).toISOString();

const nothing: Told = {
  inbox: [],
  reports: [],
  unsent: [],
  sent: [],
  inquiries: [],
  askings: [],
  deadlines: [],
  powers: [],
  now,
};
const came = (subject: string, more: Partial<InboxItem> = {}): InboxItem => ({
  receipt: `r-${subject}`,
  kind: 'provision',
  subject: {
    id: subject,
    item: `i-${subject}`,
    kind: 'provision',
    title: '遠隔接続装置の認証回避',
    handling: tlp('AMBER'),
    reference: '提-7K3M-Q2',
  },
  sentAt: at('02:00'),
  due: at('09:00'),
  relayDue: null,
  mustRelay: false,
  relayedAt: null,
  openedAt: null,
  acknowledgedAt: null,
  state: null,
  from: '経済産業省',
  realm: 'live',
  ...more,
});
const report = (id: string, more: Partial<ReportListed> = {}): ReportListed => ({
  id,
  reference: '連-7K3M-Q2',
  kind: 'failure',
  headline: '認証装置の応答遅延',
  handling: tlp('AMBER'),
  sector: 'info-comm',
  stage: 'first',
  number: 1,
  changes: null,
  eventType: 'x',
  submittedAt: at('02:50'),
  mode: 'peacetime',
  source: null,
  waiting: 'triage',
  due: at('03:30'),
  triage: null,
  ...more,
});
const provision = (id: string, more: Partial<ProvisionListed> = {}): ProvisionListed => ({
  id,
  reference: '提-7K3M-Q2',
  title: '管理画面への総当たり攻撃',
  kind: 'warning',
  handling: tlp('GREEN'),
  state: 'sent',
  stage: 'first',
  sentAt: at('01:00'),
  mode: 'peacetime',
  updatedAt: at('01:00'),
  due: null,
  acknowledgedAt: null,
  mine: true,
  mayApprove: false,
  waitsForSources: false,
  feedback: null,
  tiers: [{ tier: 'operator', targeted: 8, acknowledged: 5 }],
  ...more,
});
const deadline = (subject: string, due: string): Told['deadlines'][number] => ({
  id: `d-${subject}`,
  kind: 'acknowledge',
  due,
  subject: { id: subject, kind: 'provision', title: 'x', handling: tlp('GREEN'), reference: '提' },
});

describe('what waits', () => {
  test('stands by its deadline, and without one at the end, the newest first', () => {
    const items = collect({
      ...nothing,
      inbox: [
        came('later'),
        came('old', { due: null, sentAt: at('00:10') }),
        came('new', { due: null, sentAt: at('01:10') }),
      ],
      reports: [report('first')],
    });
    expect(items.map((it) => it.id)).toEqual(['report:first', 'receipt:r-later', 'receipt:r-new', 'receipt:r-old']);
  });
  test('is a report to receive at the centre, to pass on at a ministry, a question to answer at an operator', () => {
    const deeds = (['triage', 'relay', 'answer'] as const).map(
      (waiting) => collect({ ...nothing, reports: [report('a', { waiting })] })[0]?.deed,
    );
    expect(deeds).toEqual(['receive', 'forward', 'answer']);
    expect(collect({ ...nothing, reports: [report('a', { waiting: null })] })).toEqual([]);
  });
  test('says whom a report came through, and never who reported when that is masked', () => {
    const through = came('a', { kind: 'report', from: '総務省', sentAt: at('02:58') });
    const [item] = collect({ ...nothing, reports: [report('a')], inbox: [through] });
    expect(item).toMatchObject({ from: '総務省', at: new Date(at('02:58')), report: { source: null } });
  });
  test('is passed on first and acknowledged after, with the deadline that is nearer to the deed', () => {
    const must = { mustRelay: true, relayDue: at('03:40') };
    expect(collect({ ...nothing, inbox: [came('a', must)] })[0]).toMatchObject({
      deed: 'relay',
      due: new Date(at('03:40')),
    });
    expect(collect({ ...nothing, inbox: [came('a', { ...must, relayedAt: at('03:00') })] })[0]).toMatchObject({
      deed: 'acknowledge',
      due: new Date(at('09:00')),
    });
  });
  test('is one copy to read, however many versions came', () => {
    const copies = [came('a', { kind: 'report', receipt: 'two' }), came('a', { kind: 'report', receipt: 'one' })];
    expect(collect({ ...nothing, inbox: copies }).map((it) => [it.id, it.deed])).toEqual([['receipt:two', 'read']]);
  });
});

describe('the desk’s own', () => {
  const asked = provision('asked', { state: 'asked', sentAt: null });
  const approved = provision('approved', { state: 'approved', sentAt: null });
  test('waits for a second person only where the reader may be it', () => {
    expect(
      collect({ ...nothing, unsent: [asked, approved], powers: ['draft-provisions'] }).map((it) => it.deed),
    ).toEqual(['send']);
    expect(
      collect({
        ...nothing,
        unsent: [{ ...asked, mayApprove: true }],
        powers: ['draft-provisions', 'approve-provisions'],
      }).map((it) => it.deed),
    ).toEqual(['approve']);
  });
  test('has silent recipients to phone from an hour before the time until a month after, and none when all have answered', () => {
    const chased = (due: string, tiers = provision('p').tiers) =>
      collect({ ...nothing, sent: [provision('p', { tiers })], deadlines: [deadline('p', due)] }).length;
    expect(chased(at('02:50'))).toBe(1);
    expect(chased(at('04:00'))).toBe(1);
    expect(chased(at('09:00'))).toBe(0);
    expect(chased('2026-09-01T00:00:00Z')).toBe(0);
    expect(chased(at('02:50'), [{ tier: 'operator', targeted: 8, acknowledged: 8 }])).toBe(0);
  });
});

test('the tabs count what there is, and the list is marked as strictly as its strictest', () => {
  const items = collect({
    ...nothing,
    inbox: [came('a'), came('b')],
    reports: [report('c', { handling: tlp('RED') })],
  });
  expect(countsOf(items)).toEqual([
    { deed: 'receive', count: 1 },
    { deed: 'acknowledge', count: 2 },
  ]);
  expect(markOf(items)).toEqual(tlp('RED'));
  expect(markOf([])).toBeNull();
});
