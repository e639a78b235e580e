import { expect } from 'vitest';
import type { World } from './world.ts';

/** What the tests of a source's approval do again and again, in a world that is built later. */
export const askingIn = (world: () => World) => {
  const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
  const post = (who: string, path: string, body: object = {}) => world().call(who, 'POST', path, body);
  const get = (who: string, path: string) => world().call(who, 'GET', path);

  // A report that has come to the centre without its name.
  const reported = async (who = 'operator.power-a', ministry = 'ministry.meti'): Promise<string> => {
    const made = await post(who, '/api/reports', { headline: '記憶装置の故障', eventType: 'E31', handling: amber });
    expect(made.status).toBe(201);
    expect((await post(ministry, `/api/reports/${made.body.id}/relay`)).status).toBe(200);
    return made.body.id;
  };
  const draft = async (derivedFrom: string[], more: object = {}): Promise<string> => {
    const made = await post('cs.duty', '/api/provisions', {
      title: '記憶装置の故障からの教訓',
      body: '部品は時期をずらして入れ替える。',
      kind: 'lesson',
      handling: amber,
      audience: { circles: ['ceptoar.water'], bodies: [] },
      tempo: 'direct',
      derivedFrom,
      ...more,
    });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    return made.body.id;
  };
  const approve = (id: string) => post('cs.chief', `/api/provisions/${id}/approval`);
  const send = (id: string) => post('cs.duty', `/api/provisions/${id}/dispatch`);
  const approved = async (derivedFrom: string[], more: object = {}): Promise<string> => {
    const id = await draft(derivedFrom, more);
    const done = await approve(id);
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    return id;
  };
  const asked = async (who: string, report: string) =>
    (await get(who, `/api/source-approvals?report=${report}`)).body.items as {
      id: string;
      state: string;
      mine: boolean;
      due: string;
      mayAnswer: boolean;
      sentAt: string | null;
    }[];
  const askingOf = async (who: string, report: string): Promise<string> => (await asked(who, report))[0]?.id ?? '';
  const sources = async (id: string) => (await get('cs.duty', `/api/provisions/${id}`)).body.desk.sources;
  return { post, get, reported, draft, approve, send, approved, asked, askingOf, sources };
};
