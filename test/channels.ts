import type { World } from './world.ts';

/** Somebody's words in the channels of a world; the clock goes on by a second with each, so that they have an order. */
export const talk = (world: World) => {
  const tick = (): void => world.clock.set(new Date(world.clock.now().getTime() + 1000));
  return {
    seat: (who: string): string => world.people.get(who)?.seat as string,
    minutes: (n: number): string => new Date(world.clock.now().getTime() + n * 60_000).toISOString(),
    later: (n: number): void => world.clock.set(new Date(world.clock.now().getTime() + n * 60_000)),
    spaceOf: async (who: string, kind: string): Promise<string> =>
      (await world.call(who, 'GET', `/api/spaces?kind=${kind}`)).body.items[0].id,
    /** Begins a thread and gives its id. */
    begin: async (who: string, space: string, more: object = {}): Promise<string> => {
      tick();
      const words = { title: '確認のお願い', text: '最初の発言です。', handling: amber };
      return (await world.call(who, 'POST', `/api/spaces/${space}/threads`, { ...words, ...more })).body.id;
    },
    say: (who: string, thread: string, text: string, handling: object = amber) => {
      tick();
      return world.call(who, 'POST', `/api/threads/${thread}/messages`, { text, handling });
    },
    correct: (who: string, message: string, body: object) => {
      tick();
      return world.call(who, 'POST', `/api/messages/${message}/correction`, body);
    },
    read: (who: string, thread: string) => world.call(who, 'GET', `/api/threads/${thread}`),
  };
};

export const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
export const green = { scheme: 'tlp', version: '2.0', value: 'GREEN' };
