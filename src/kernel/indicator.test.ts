import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defang, refang } from './text.ts';

const clean = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.emailAddress(),
  fc.domain(),
  fc.ipV4(),
  fc.ipV6(),
);
const plain = clean.filter((it) => !/[[({](?:\.|:|@|dot|at)[\])}]|\b[hf]x{1,2}ps?:\/\//iu.test(it));

test.each([
  ['https://update.a.example/x?y=1', 'hxxps[:]//update[.]a[.]example/x?y=1'],
  ['HTTP://A.EXAMPLE', 'HXXP[:]//A[.]EXAMPLE'],
  ['ftp://192.0.2.1', 'fxp[:]//192[.]0[.]2[.]1'],
  ['somebody@a.example', 'somebody[@]a[.]example'],
  ['d41d8cd98f00b204e9800998ecf8427e', 'd41d8cd98f00b204e9800998ecf8427e'],
])('%s is shown as %s', (value, shown) => {
  expect(defang(value)).toBe(shown);
  expect(refang(shown)).toBe(value);
});

test.each(['hxxp://a(.)example', 'hxxp[:]//a[dot]example', 'hXXp://a{.}example'])('%s is read clean', (written) => {
  expect(refang(written).toLowerCase()).toBe('http://a.example');
});

test('a clean value survives being shown and read back', () => {
  fc.assert(
    fc.property(plain, (value) => {
      expect(refang(defang(value))).toBe(value);
    }),
  );
});

test('showing twice is showing once, reading twice is reading once', () => {
  fc.assert(
    fc.property(fc.oneof(clean, fc.string()), (value) => {
      expect(defang(defang(value))).toBe(defang(value));
    }),
  );
  fc.assert(
    fc.property(clean, (value) => {
      expect(refang(refang(value))).toBe(refang(value));
    }),
  );
});

test('what is shown holds nothing that a program would make a link of', () => {
  fc.assert(
    fc.property(clean, (value) => {
      expect(defang(value)).not.toMatch(/:\/\/|\w\.\w|\w@\w/u);
    }),
  );
});
