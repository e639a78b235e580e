import { describe, expect, it } from 'vitest';
import {
  deviceOf,
  invitationState,
  isFresh,
  isRecent,
  keyLife,
  passwordWeakness,
  relyingParty,
  waysIn,
} from './rules.ts';

const now = new Date('2026-11-23T03:00:00Z');
const after = (ms: number): Date => new Date(now.getTime() + ms);
const day = 86_400_000;

describe('a password', () => {
  it('is long, varied and more than one’s name', () => {
    const about = ['kei.mizuno@example.jp', '水野 圭', 'Kei Mizuno'];
    expect(passwordWeakness('kaze ga tsuyoi yoru', about)).toBeNull();
    expect(passwordWeakness('風の強い夜に灯台を見た人', about)).toBeNull();
    expect(passwordWeakness('elevenchars', about)).toBe('too-short');
    expect(passwordWeakness('aaaaaaaaaaaaaaaa', about)).toBe('too-plain');
    expect(passwordWeakness('Mizuno@Example1', about)).toBe('tells-of-you');
    expect(passwordWeakness('ＭＩＺＵＮＯexample1', about)).toBe('tells-of-you');
  });
});

describe('limits of time', () => {
  it('let a key live 400 days and not one more', () => {
    expect(keyLife(now, after(400 * day))).toBeNull();
    expect(keyLife(now, after(400 * day + 1))).toBe('key-too-long');
    expect(keyLife(now, now)).toBe('expiry-past');
  });

  it('call a session recent for half an hour and a contact point fresh for ninety days', () => {
    expect([isRecent(now, after(30 * 60_000)), isRecent(now, after(30 * 60_000 + 1))]).toEqual([true, false]);
    expect([isFresh(now, after(90 * day)), isFresh(now, after(90 * day + 1)), isFresh(null, now)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('say what became of an invitation, acceptance first', () => {
    const open = { accepted_at: null, revoked_at: null, until: after(1) };
    expect(invitationState(open, now)).toBe('open');
    expect(invitationState({ ...open, until: now }, now)).toBe('expired');
    expect(invitationState({ ...open, revoked_at: now }, now)).toBe('revoked');
    expect(invitationState({ accepted_at: now, revoked_at: now, until: now }, now)).toBe('accepted');
  });
});

describe('ways in', () => {
  it('are passkeys, and a password only together with codes', () => {
    expect(waysIn({ passkeys: 0, password: true, totp: false })).toBe(0);
    expect(waysIn({ passkeys: 0, password: true, totp: true })).toBe(1);
    expect(waysIn({ passkeys: 2, password: false, totp: true })).toBe(2);
  });
});

describe('the party of a passkey', () => {
  it('is the name people open, and localhost for the machine itself', () => {
    expect(relyingParty('https://noroshi.example.jp')).toEqual({
      id: 'noroshi.example.jp',
      origins: ['https://noroshi.example.jp'],
    });
    expect(relyingParty('http://127.0.0.1:4014')).toEqual({ id: 'localhost', origins: ['http://localhost:4014'] });
  });
});

it('a device is told by browser and system, and nothing more', () => {
  expect(deviceOf('Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0')).toBe(
    'Edge, Windows',
  );
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1')).toBe(
    'Safari, iOS',
  );
  expect(deviceOf('curl/8.0')).toBe('?');
});
