import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { draftInput, formsDoors } from './contract.ts';
import { loadProgramme, formCodes } from '../programme/index.ts';
import { checkDefinition } from './engine/check.ts';
import { example, exampleCodes } from './engine/example.ts';
import { validate } from './engine/validate.ts';
import { codesFor, contentIssues, definitionFor, largestDraft, type Save, savingOf, titleOf } from './rules.ts';

describe('what a draft may hold', () => {
  const codes = (content: unknown): string[] => contentIssues(content).map((it) => `${it.path}: ${it.code}`);

  test('unfinished answers of any shape', () => {
    expect(
      codes({ headline: '', answers: { users: { state: 'about', value: 'さん' }, services: [{}, null] } }),
    ).toEqual([]);
  });

  test('no control characters, no markup, no odd names, no depth without end', () => {
    expect(codes({ a: { b: ['x\u0000'] } })).toEqual(['a.b.0: text-has-control-characters']);
    expect(codes({ a: '<script>' })).toEqual(['a: text-has-markup']);
    expect(codes(JSON.parse('{"__proto__": 1, "a b": 2}'))).toEqual([': bad-name', ': bad-name']);
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown;
    expect(codes({ deep })[0]).toMatch(/too-deep$/u);
  });

  test('no more than 200 kB', () => {
    expect(codes({ a: '火'.repeat(largestDraft / 3 - 4) })).toEqual([]);
    expect(codes({ a: '火'.repeat(largestDraft / 3) })).toEqual([': too-large']);
  });

  test('its door says where it is wrong', () => {
    const sent = draftInput.safeParse({ kind: 'report', content: { a: { b: '<b>' } } });
    expect(sent.error?.issues.map((it) => it.path)).toEqual([['content', 'a', 'b']]);
  });
});

describe('saving a draft', () => {
  const save: Save = { kind: 'report', form: null, content: { a: 1, b: [2] } };
  const stored = { ...save, revision: 3, content: { b: [2], a: 1 } };

  test('a first save creates, a later one replaces what it was made from', () => {
    expect(savingOf(null, save)).toBe('create');
    expect(savingOf(stored, { ...save, content: {}, revision: 3 })).toBe('replace');
    expect(savingOf(stored, { ...save, content: {} })).toBe('replace');
  });

  test('the same save sent again changes nothing', () => {
    expect(savingOf(stored, { ...save, revision: 2 })).toBe('same');
    expect(savingOf(stored, save)).toBe('same');
  });

  test('a forgotten tab neither overwrites nor brings back', () => {
    expect(savingOf(stored, { ...save, content: {}, revision: 2 })).toBe('stale');
    expect(savingOf(null, { ...save, revision: 2 })).toBe('stale');
  });
});

describe('what its reader gets', () => {
  test('a draft is known by what is written of its headline', () => {
    expect(titleOf({ headline: ' 不審な通信 ' })).toBe('不審な通信');
    expect(titleOf({ headline: '', title: '注意喚起' })).toBe('注意喚起');
    expect(titleOf({})).toBeNull();
  });

  test('fields of the centre are for the centre, and code lists are those the form asks for', () => {
    const keys = (centre: boolean): string[] =>
      definitionFor(example, centre).sections.flatMap((s) => s.fields.map((f) => f.key));
    expect(keys(true)).toContain('memo');
    expect(keys(false)).not.toContain('memo');
    expect(Object.keys(codesFor(example, { ...exampleCodes, other: [] }))).toEqual(['event-type', 'cause-type']);
  });

  test('its doors can be told as JSON Schema', () => {
    for (const door of Object.values(formsDoors))
      expect(z.toJSONSchema(door.output as z.ZodType, { io: 'input' })).toBeTypeOf('object');
    expect(z.toJSONSchema(draftInput, { io: 'input' })).toBeTypeOf('object');
  });
});

describe.each(['jp-2014', 'nis2-sample'])('the forms of the programme %s', (name) => {
  const folder = fileURLToPath(new URL(`../../../programmes/${name}`, import.meta.url));
  const at = new Date('2026-11-23T00:00:00Z');

  test('have conditions that can be read and code lists that exist', async () => {
    const programme = await loadProgramme(folder);
    expect(programme.forms.length).toBeGreaterThan(0);
    for (const form of programme.forms) expect(checkDefinition(form, formCodes(programme, at))).toEqual([]);
  });

  test('on which reports are told ask for no more than the members a report must have', async () => {
    const programme = await loadProgramme(folder);
    const told = new Set(programme.kinds.map((it) => it.form));
    for (const form of programme.forms.filter((it) => told.has(it.key))) {
      const sent = validate(form, {}, { codes: formCodes(programme, at), stage: 'first', subject: {} });
      const asked = sent.ok ? [] : sent.problems.map((it) => it.path);
      expect(asked.filter((it) => !['headline', 'eventType', 'handling'].includes(it))).toEqual([]);
    }
  });
});
