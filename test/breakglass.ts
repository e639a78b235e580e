import { expect } from 'vitest';
import type { Reply, World } from './world.ts';

/** The mark of what is opened in these tests. */
export const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };

/** What tests of break-glass say again and again. `the` gives the world once it stands. */
export const breaking = (the: () => World) => {
  const seat = (who: string): string => the().people.get(who)?.seat ?? '';
  const get = (who: string, path: string, headers = {}): Promise<Reply> =>
    the().call(who, 'GET', path, undefined, headers);
  const post = (who: string, path: string, body: object = {}, headers = {}): Promise<Reply> =>
    the().call(who, 'POST', path, body, headers);
  /** A fresh report of a masked operator that its ministry has relayed. */
  const file = async (): Promise<{ id: string; reference: string }> => {
    const made = await post('operator.power-a', '/api/reports', {
      headline: '応答停止',
      eventType: 'E31',
      handling: amber,
      disclosure: { nameToCs: false },
    });
    expect(made.status).toBe(201);
    expect((await post('ministry.meti', `/api/reports/${made.body.id}/relay`)).status).toBe(200);
    const shown = await get('operator.power-a', `/api/reports/${made.body.id}`);
    return { id: made.body.id, reference: shown.body.reference };
  };
  const ask = (reference: string, more: object = {}, who = 'crisis.npa'): Promise<Reply> =>
    post(who, '/api/break-glass', {
      reference,
      what: 'content',
      basis: 'danger',
      reason: '人命に関わるおそれがある。',
      office: seat('ministry.meti'),
      ...more,
    });
  const decide = (id: string, allow = true, who = 'ministry.meti'): Promise<Reply> =>
    post(who, `/api/break-glass/${id}/decision`, { allow });
  return {
    seat,
    get,
    post,
    file,
    ask,
    decide,
    hours: (n: number): void => the().clock.set(new Date(the().clock.now().getTime() + n * 3_600_000)),
    read: (id: string, who = 'crisis.npa'): Promise<Reply> => get(who, `/api/break-glass/${id}/content`),
    /** Asks for a fresh report and has it allowed. */
    opened: async (more: object = {}, who = 'crisis.npa'): Promise<{ id: string; report: string }> => {
      const { id: report, reference } = await file();
      const asked = await ask(reference, more, who);
      expect(asked.status).toBe(201);
      expect((await decide(asked.body.id)).status).toBe(201);
      return { id: asked.body.id, report };
    },
  };
};
