import { describe, expect, test } from 'vitest';
import { powers } from '../../../kernel/power.ts';
import { loadProgramme } from '../load.ts';
import { ceptoarsAt, competentFor, nameOf, powersOf, seatsOf, sectorsAt, sectorsOf } from './bodies.ts';
import { withChanges } from './changes.ts';

const jp = await loadProgramme(new URL('../../../../programmes/jp-2014', import.meta.url).pathname);
const at = (day: string): Date => new Date(`${day}T12:00:00+09:00`);

describe('Bodies and competence', () => {
  test('are 13 sectors, 5 sector ministries and 18 CEPTOARs', () => {
    expect(sectorsAt(jp, at('2014-07-10'))).toHaveLength(13);
    expect(sectorsAt(jp, at('2014-05-18')).map((it) => it.key)).not.toContain('chemistry');
    expect(new Set(jp.supervision.map((it) => it.body))).toEqual(new Set(['mic', 'fsa', 'mlit', 'meti', 'mhlw']));
    expect(ceptoarsAt(jp, at('2014-07-10'))).toHaveLength(18);
    expect(ceptoarsAt(jp, at('2014-07-10'), 'finance')).toHaveLength(4);
    expect(sectorsOf(jp, 'meti', at('2014-07-10'))).toEqual(['electricity', 'gas', 'chemistry', 'credit', 'petroleum']);
    expect(seatsOf(jp, 'meti', at('2014-07-10'))).toEqual(['sector-ministry', 'security-ministry']);
  });

  test('bear the name of the day, counted in the programme’s own time zone', () => {
    const cs = jp.bodies.find((it) => it.key === 'cs');
    if (cs === undefined) throw new Error('no Secretariat');
    const unit = (instant: string): string | undefined => nameOf(jp, cs, new Date(instant)).unit?.ja;
    expect(unit('2015-01-08T14:59:59Z')).toBe('情報セキュリティセンター（NISC）');
    expect(unit('2015-01-08T15:00:00Z')).toBe('内閣サイバーセキュリティセンター（NISC）');
    expect(unit('2025-07-01T00:00:00Z')).toBe('国家サイバー統括室（NCO）');
    expect(unit('1999-01-01T00:00:00Z')).toBe('情報セキュリティセンター（NISC）');
  });

  test('stay as the plan knew them, and change only where the changes are applied', () => {
    expect(competentFor(jp, 'water', at('2026-11-23'))).toEqual(['mhlw']);
    const later = withChanges(jp, '2024-04-01');
    expect(competentFor(later, 'water', at('2024-03-31'))).toEqual(['mhlw']);
    expect(competentFor(later, 'water', at('2024-04-01'))).toEqual(['mlit']);
    expect(sectorsAt(later, at('2024-04-01'))).toHaveLength(15);
    expect(sectorsAt(withChanges(jp, '2018-12-31'), at('2024-04-01'))).toHaveLength(14);
    expect(competentFor(jp, 'water', at('2026-11-23'))).toEqual(['mhlw']);
  });
});

describe('Powers', () => {
  test('go with capacity and role', () => {
    const of = (capacity: string, role: string): string[] => [...powersOf(jp, capacity, role)].toSorted();
    expect(of('cabinet-secretariat', 'duty')).toEqual([
      'confirm-recovery',
      'declare-mode',
      'draft-provisions',
      'enter-reports',
      'keep-agreements',
      'keep-contacts',
      'keep-situations',
      'know-bodies',
      'plan-drills',
      'plan-surveys',
      'read-figures',
      'share-picture',
      'take-part',
      'triage-reports',
    ]);
    expect(of('cabinet-secretariat', 'chief')).toEqual(
      [
        'allow-break-glass',
        'approve-provisions',
        'ask-break-glass',
        'confirm-handover',
        'confirm-mode',
        'invite-guests',
        'open-drills',
        'open-surveys',
        'publish-figures',
        ...of('cabinet-secretariat', 'duty'),
      ].toSorted(),
    );
    expect(of('operator', 'officer')).toEqual([
      'answer-surveys',
      'confirm-recovery',
      'file-reports',
      'keep-agreements',
      'keep-contacts',
      'receive-provisions',
      'sign-surveys',
      'take-part',
    ]);
    expect(of('sector-ministry', 'officer')).toEqual([
      'allow-break-glass',
      'answer-surveys',
      'confirm-recovery',
      'enter-reports',
      'invite-guests',
      'keep-agreements',
      'keep-contacts',
      'receive-provisions',
      'relay-provisions',
      'relay-reports',
      'share-picture',
      'sign-surveys',
      'take-part',
    ]);
    expect([of('planning', 'planner'), of('cabinet-secretariat', 'planner')]).toEqual([
      ['audit-break-glass', 'publish-figures', 'read-figures'],
      [],
    ]);
    expect(of('system-admin', 'admin')).toEqual(['confirm-handover', 'confirm-recovery', 'manage-accounts']);
    expect([of('operator', 'chief'), of('nobody', 'officer')]).toEqual([[], []]);
  });

  test('of content never meet those over accounts, and every power is held by someone', () => {
    const roles = jp.capacities.flatMap((it) => it.roles);
    expect(roles.filter((it) => it.powers.includes('manage-accounts')).map((it) => it.key)).toEqual(['admin']);
    expect(new Set(roles.flatMap((it) => it.powers))).toEqual(new Set(powers));
  });
});
