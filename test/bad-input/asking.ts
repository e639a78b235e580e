import { expect } from 'vitest';
import type { May } from '../../src/kernel/power.ts';
import type { Reply, World } from '../world.ts';
import { stored } from './samples.ts';

/** An id that nothing has. */
export const nowhere = '00000000-0000-4000-8000-000000000000';
export const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
export const report = { headline: '遠隔監視端末の応答停止', eventType: 'E31', handling: amber };
export const provision = {
  title: '注意喚起',
  body: '確かめてください。',
  kind: 'warning',
  handling: amber,
  audience: { circles: ['ceptoar.power'], bodies: [] },
  tempo: 'relay',
};
const japanese = /[\u3040-\u30FF\u4E00-\u9FFF]/u;

const holders: Readonly<Record<May, string>> = {
  anyone: '',
  'signed-in': 'operator.power-a',
  'file-reports': 'operator.power-a',
  'keep-contacts': 'operator.power-a',
  'relay-reports': 'ministry.meti',
  'relay-provisions': 'ministry.meti',
  'receive-provisions': 'operator.power-a',
  'enter-reports': 'ministry.meti',
  'triage-reports': 'cs.duty',
  'draft-provisions': 'cs.duty',
  'approve-provisions': 'cs.chief',
  'read-figures': 'cs.duty',
  'keep-agreements': 'agency.jpcert',
  'know-bodies': 'cs.duty',
  'confirm-recovery': 'operator.power-a',
  'confirm-handover': 'cs.chief',
  'keep-situations': 'cs.duty',
  'share-picture': 'ministry.meti',
  'manage-accounts': 'admin.system',
  'publish-figures': 'cs.planner',
  'take-part': 'ministry.meti',
  'invite-guests': 'ministry.meti',
  'declare-mode': 'cs.duty',
  'confirm-mode': 'cs.chief',
  'join-mode': 'crisis.npa',
  'plan-drills': 'cs.duty',
  'open-drills': 'cs.chief',
  'plan-surveys': 'cs.duty',
  'open-surveys': 'cs.chief',
  'answer-surveys': 'ceptoar.power',
  'sign-surveys': 'ceptoar.power',
  'ask-break-glass': 'crisis.npa',
  'allow-break-glass': 'ministry.meti',
  'audit-break-glass': 'cs.planner',
};
const holderOf = (may: May): string | null => holders[may] || null;
const own = { 'sec-fetch-site': 'same-origin' };

/** The problems that a refusal names, by place. */
export const codes = (reply: Reply): string[] =>
  reply.body.issues.map((i: { path: string; code: string }) => `${i.path}: ${i.code}`);

/** The ways of asking a world badly. */
export const asking = (the: () => World) => {
  const ask = (
    may: May,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => the().call(holderOf(may), method, path.replace(/:\w+/gu, nowhere), body, { ...own, ...headers });

  /** Asks in both languages, expects the same plain refusal in each, and that nothing was stored. */
  const refused = async (
    status: number,
    reason: string,
    call: (language: Record<string, string>) => Promise<Reply>,
  ): Promise<Reply> => {
    const before = await stored(the());
    const [ja, en] = [
      await call({ 'accept-language': 'ja-JP,ja;q=0.9,en;q=0.5' }),
      await call({ 'accept-language': 'en-GB,en;q=0.9' }),
    ];
    for (const reply of [ja, en]) {
      expect([reply.status, reply.body.reason], JSON.stringify(reply.body)).toEqual([status, reason]);
      expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/u);
      expect(reply.body).toMatchObject({ type: `urn:noroshi:refusal:${reason}`, status });
      expect(reply.body.detail?.length).toBeGreaterThan(5);
    }
    expect(ja.body.title).toMatch(japanese);
    expect(en.body.title).not.toMatch(japanese);
    expect(en.body.title).not.toBe(reason);
    expect(await stored(the())).toEqual(before);
    return ja;
  };
  const submit = (body: unknown) => (language: Record<string, string>) =>
    the().call('operator.power-a', 'POST', '/api/reports', body, language);
  const draft = (more: object) => (language: Record<string, string>) =>
    the().call('cs.duty', 'POST', '/api/provisions', { ...provision, ...more }, language);
  return { ask, refused, submit, draft };
};
