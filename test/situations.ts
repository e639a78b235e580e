import { expect } from 'vitest';
import type { Reply, World } from './world.ts';

/** The mark of the situations in these tests. */
export const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };

/** What tests of situations say again and again. `the` gives the world once it stands. */
export const picturing = (the: () => World) => {
  const post = (who: string, path: string, body: unknown = {}): Promise<Reply> => the().call(who, 'POST', path, body);
  const get = (who: string, path: string): Promise<Reply> => the().call(who, 'GET', path);
  let situation = '';
  const at = (more = ''): string => `/api/situations/${situation}${more}`;
  const board = async (who: string): Promise<Reply['body']> => (await get(who, at())).body;
  return {
    post,
    get,
    at,
    board,
    /** Opens the situation that `at` speaks of. */
    open: async (title: string): Promise<string> => {
      const reply = await post('cs.duty', '/api/situations', { title, handling: amber });
      expect(reply.status).toBe(201);
      situation = reply.body.id;
      return situation;
    },
    file: async (who: string, headline: string): Promise<string> => {
      const reply = await post(who, '/api/reports', { headline, eventType: 'E31', handling: amber });
      expect(reply.status).toBe(201);
      return reply.body.id;
    },
    relay: async (who: string, id: string): Promise<void> => {
      expect((await post(who, `/api/reports/${id}/relay`)).status).toBe(200);
    },
    lineOf: async (who: string, sector: string): Promise<Reply['body']> =>
      (await board(who)).sectors.find((it: { sector: string }) => it.sector === sector),
    declare: async (): Promise<void> => {
      const act = await post('cs.duty', '/api/mode/acts', {
        verb: 'declare',
        sectors: ['electricity', 'water'],
        regions: ['tohoku'],
        basis: '官邸連絡室の設置（架空）',
        authority: 'A-1',
      });
      expect((await post('cs.chief', `/api/mode/acts/${act.body.id}/confirmation`)).status).toBe(201);
    },
  };
};
