import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Reply, World } from './world.ts';

export const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
export const draft = {
  title: '点検のお願い',
  body: '図のとおり確かめてください。',
  kind: 'warning',
  handling: amber,
  audience: { circles: ['ceptoar.power'], bodies: [] },
  tempo: 'direct',
};
/** The ways of bringing, reading and sending files in a world. */
export const filesIn = (world: () => World) => {
  const somewhere = randomUUID();
  const bring = async (
    who: string | null,
    path: string,
    name: string,
    bytes: Buffer,
    more: Record<string, string> = {},
  ): Promise<Reply> => {
    const held = path.endsWith('held-files') ? `&draft=${somewhere}` : '';
    const response = await world().app.request(`${path}?name=${encodeURIComponent(name)}${held}`, {
      method: 'POST',
      headers: { ...(who === null ? {} : { authorization: `Bearer ${world().people.get(who)?.token}` }), ...more },
      body: new Uint8Array(bytes),
    });
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
  const take = (who: string, id: string, method = 'GET', more: Record<string, string> = {}) =>
    world().app.request(`/api/attachments/${id}/content`, {
      method,
      headers: { authorization: `Bearer ${world().people.get(who)?.token}`, ...more },
    });
  const filesOf = (who: string, item: string) => world().call(who, 'GET', `/api/items/${item}/attachments`);
  const begun = async (more: object = {}): Promise<{ id: string; item: string }> =>
    (await world().call('cs.duty', 'POST', '/api/provisions', { ...draft, ...more })).body;
  const sentOff = async (id: string): Promise<void> => {
    const { warnings } = (await world().call('cs.chief', 'GET', `/api/provisions/${id}/audience`)).body;
    const accept = (warnings as { key: string }[]).map(({ key }) => ({ key, reason: '見て確かめた' }));
    expect((await world().call('cs.chief', 'POST', `/api/provisions/${id}/approval`, { accept })).status).toBe(200);
    expect((await world().call('cs.duty', 'POST', `/api/provisions/${id}/dispatch`)).status).toBe(200);
  };

  return { somewhere, bring, take, filesOf, begun, sentOff };
};
