import { expect, test } from 'vitest';
import { type Said, saidNow } from './rules.ts';

const before: Said = {
  headline: '監視端末の停止',
  summary: '三台が応答しない。',
  occurredAt: { state: 'unknown' },
  detectedAt: '2026-11-22T16:34:00.000Z',
  eventType: 'E31',
  causeTypes: ['C26'],
  handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
  answers: { place: '給電所', users: { state: 'about', value: 300 } },
};

test('what a later version leaves out stays as it was', () => {
  expect(saidNow(before, {})).toEqual(before);
  expect(saidNow(before, { answers: {} })).toEqual(before);
});

test('null is no longer said, in a member, in an answer and in the causes', () => {
  expect(saidNow(before, { summary: null, detectedAt: null, causeTypes: null, answers: { users: null } })).toEqual({
    ...before,
    summary: null,
    detectedAt: null,
    causeTypes: [],
    answers: { place: '給電所' },
  });
});

test('what is taken back twice, or was never said, is taken back once', () => {
  const once = saidNow(before, { summary: null, answers: { users: null, never: null } });
  expect(saidNow(once, { summary: null, answers: { users: null } })).toEqual(once);
});
