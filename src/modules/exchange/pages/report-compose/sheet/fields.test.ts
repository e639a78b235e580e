import { expect, test } from 'vitest';
import type { FormDefinition } from '../../../../../kernel/form.ts';
import { countOf, kindOf, leafNamed, rest } from './fields.ts';

const words = (it: string) => ({ ja: it, en: it });
const form: FormDefinition = {
  key: 'f',
  version: 1,
  title: words('f'),
  sections: [
    {
      key: 'event',
      title: words('Event'),
      fields: [
        { key: 'headline', type: 'text', binds: 'headline', label: words('h') },
        { key: 'place', type: 'text', label: words('p') },
      ],
    },
    {
      key: 'impact',
      title: words('Impact'),
      folded: true,
      fields: [{ key: 'users', type: 'integer', label: words('u') }],
    },
    {
      key: 'centre',
      title: words('Centre'),
      fields: [{ key: 'note', type: 'prose', audience: 'centre', label: words('n') }],
    },
  ],
};

test('what the page asks itself and what the centre fills in is left out, and an empty section goes with it', () => {
  const left = rest(form, ['users'], ['headline']);
  expect(left.sections.map((section) => section.fields.map((field) => field.key))).toEqual([['place']]);
  expect(countOf(left)).toBe(1);
});

test('a section that is asked in two places says so, and nothing is folded twice', () => {
  const [event] = rest(form, [], ['headline']).sections;
  expect(event?.title.en).toBe('Event (continued)');
  expect(rest(form, [], ['headline']).sections.every((section) => section.folded === undefined)).toBe(true);
});

test('a question is found by its key, and is written as its type asks', () => {
  const users = leafNamed(form, 'users');
  expect(users === undefined ? null : kindOf(users)).toBe('number');
  expect(leafNamed(form, 'nothing')).toBeUndefined();
});
