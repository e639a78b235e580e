import { expect, test } from 'vitest';
import { blankReport, firstInput, fromVersion, missing, readContent, versionInputOf } from './content.ts';

test('only the headline and the type of event are missed, since the mark begins at AMBER', () => {
  expect(missing(blankReport, true)).toEqual(['headline', 'eventType']);
  expect(missing({ ...blankReport, headline: '不審な通信', eventType: 'E00' }, true)).toEqual([]);
  expect(missing({ ...blankReport, headline: '手口' }, false)).toEqual([]);
});

test('a draft comes back as it was left, and what nobody can read is blank', () => {
  const kept = {
    ...blankReport,
    headline: '不審な通信',
    occurredAt: { state: 'about', value: '2026-11-22T16:10:00.000Z' },
    mark: 'RED',
  } as const;
  expect(readContent(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  expect(readContent({ headline: 3, mark: 'BLUE', answers: [], occurredAt: 7 })).toEqual(blankReport);
});

test('what was not written is not sent', () => {
  const sent = firstInput({ ...blankReport, headline: '停止', eventType: 'E31' });
  expect(sent).not.toHaveProperty('summary');
  expect(sent).not.toHaveProperty('occurredAt');
  expect(sent).not.toHaveProperty('sector');
  expect(sent.disclosure).toEqual({ nameToCs: false });
});

test('a later version begins with all that the one before it said', () => {
  const version = {
    id: '',
    number: 1,
    stage: 'first' as const,
    headline: '停止',
    summary: null,
    occurredAt: { state: 'unknown' },
    detectedAt: '2026-11-22T16:34:00.000Z',
    eventType: 'E31',
    causeTypes: ['C26'],
    answers: { place: '給電所' },
    handling: { scheme: 'tlp', version: '1.0', value: 'WHITE' } as const,
    form: { key: 'failure-report', version: 1 },
    mode: 'peacetime',
    submittedAt: '2026-11-22T16:52:00.000Z',
  };
  const next = fromVersion(version, { operatorName: 'A社' });
  expect(next.answers).toEqual({ place: '給電所', operatorName: 'A社' });
  expect(next.detectedAt).toEqual({ state: 'known', value: '2026-11-22T16:34:00.000Z' });
  expect(versionInputOf(next, 'follow-up', next.answers)).toMatchObject({
    stage: 'follow-up',
    headline: '停止',
    handling: { value: 'CLEAR' },
    occurredAt: { state: 'unknown' },
  });
});

test('what is emptied in a later version is taken back, what was never said is left alone', () => {
  const emptied = { ...blankReport, headline: '停止', eventType: 'E31', answers: { place: '給電所' } };
  expect(versionInputOf(emptied, 'correction', { place: '変電所', users: 300 })).toMatchObject({
    summary: null,
    occurredAt: null,
    detectedAt: null,
    causeTypes: [],
    answers: { place: '給電所', users: null },
  });
});
