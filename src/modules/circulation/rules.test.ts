import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tlp } from '../../kernel/marking.ts';
import { acknowledgementStates } from './contract.ts';
import { mayFollow, meantBy, referenceOf, refuseWeakSignIn, remindAt, spokenReference } from './rules.ts';

it('an answer may go on but never back to a mere receipt', () => {
  for (const state of acknowledgementStates) expect(mayFollow(null, state)).toBe(true);
  expect(mayFollow('received', 'affected')).toBe(true);
  expect(mayFollow('affected', 'not-affected')).toBe(true);
  expect(mayFollow('affected', 'received')).toBe(false);
  expect(mayFollow('received', 'received')).toBe(true);
});

it('the silent are reminded when three quarters of their time are over', () => {
  const sent = new Date('2026-11-23T00:00:00Z');
  expect(remindAt(sent, new Date('2026-11-23T04:00:00Z'))).toEqual(new Date('2026-11-23T03:00:00Z'));
});

it('a reference is short, has no look-alike letters, and counts nothing', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 4 }), (id) => {
      expect(referenceOf('report', id)).toMatch(/^連-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/u);
      expect(spokenReference('provision', id)).toContain(referenceOf('provision', id).slice(2));
    }),
  );
});

it('a reference says again which ids it could be made of, however it is written, and nothing else does', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 4 }), fc.constantFrom('report' as const, 'provision' as const), (id, kind) => {
      const said = referenceOf(kind, id);
      const written = [
        said,
        said.toLowerCase(),
        said.replaceAll('-', ''),
        said.replaceAll('-', '－'),
        said.replace('0', 'O'),
      ];
      for (const one of written) {
        const meant = meantBy(one);
        expect(meant?.kind).toBe(kind);
        expect((meant?.from ?? '') <= id && id <= (meant?.to ?? '')).toBe(true);
        expect(referenceOf(kind, meant?.from ?? '')).toBe(said);
        expect(referenceOf(kind, meant?.to ?? '')).toBe(said);
      }
    }),
  );
  for (const none of ['', '連', '連-7K3M', '連-7K3M-Q2X', '連-7K3U-Q2', 'X-7K3M-Q2', '連-7K3M-Q2; drop'])
    expect(meantBy(none)).toBeNull();
});

it('what is RED opens to a strong sign-in only, and everything else to both', () => {
  expect(() => refuseWeakSignIn(false, tlp('RED'))).toThrow('stronger-sign-in-needed');
  expect(() => refuseWeakSignIn(false, { scheme: 'tlp', version: '1.0', value: 'RED' })).toThrow(
    'stronger-sign-in-needed',
  );
  expect(() => refuseWeakSignIn(true, tlp('RED'))).not.toThrow();
  expect(() => refuseWeakSignIn(false, tlp('AMBER+STRICT'))).not.toThrow();
});
