import type { Reply, World } from './world.ts';

export const start = new Date('2026-11-23T03:00:00Z');
export const minutes = (n: number): Date => new Date(start.getTime() + n * 60_000);
/** Whom the drill of the tests invites, beside its desk and an evaluator. */
export const players = ['ministry.meti', 'crisis.npa', 'operator.power-a', 'ceptoar.power'];
export const report = {
  headline: '監視系が止まった（訓練）',
  eventType: 'E31',
  handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
  answers: { crisisSide: true },
};

/** What the tests of drills do again and again, in a small world. */
export const drilling = (world: World) => {
  const seat = (who: string): string => world.people.get(who)?.seat ?? '';
  return {
    seat,
    /** Plans a drill of the switch. */
    plan: (who: string, more: Record<string, unknown> = {}): Promise<Reply> =>
      world.call(who, 'POST', '/api/drills', {
        about: 'mode-switch',
        title: '切替え訓練（架空）',
        purpose: '大規模IT障害対応への切替えを通しで試す。',
        starts: minutes(0).toISOString(),
        ends: minutes(180).toISOString(),
        announced: false,
        players: players.map(seat),
        evaluators: [seat('cs.planner')],
        ...more,
      }),
    turn: (who: string, id: string, what: string, realm?: string): Promise<Reply> =>
      world.call(who, 'POST', `/api/drills/${id}/${what}`, {}, realm === undefined ? {} : { 'noroshi-realm': realm }),
    list: async (who: string): Promise<string[]> =>
      (await world.call(who, 'GET', '/api/drills')).body.items.map((it: { id: string }) => it.id),
    /** Calls a door inside a realm. */
    inside: (realm: string, who: string, method: string, path: string, body?: unknown): Promise<Reply> =>
      world.call(who, method, path, body, { 'noroshi-realm': realm }),
    /** Begins an act of mode in a realm and has it confirmed. */
    switchMode: async (realm: string, act: Record<string, unknown>, confirmed: Date): Promise<number> => {
      const input = { basis: '訓練', authority: 'A-1', sectors: [], regions: [], ...act };
      const { id } = (await world.call('cs.duty', 'POST', '/api/mode/acts', input, { 'noroshi-realm': realm })).body;
      world.clock.set(confirmed);
      const path = `/api/mode/acts/${id}/confirmation`;
      return (await world.call('cs.chief', 'POST', path, {}, { 'noroshi-realm': realm })).status;
    },
  };
};
