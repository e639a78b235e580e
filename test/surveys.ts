import type { Reply, World } from './world.ts';

export const start = new Date('2026-11-23T03:00:00Z');
/** Some days after the start, at the same time. */
export const day = (n: number): Date => new Date(start.getTime() + n * 86_400_000);

/** What the tests of surveys do again and again, in a small world. */
export const surveying = (world: World) => {
  const inRealm = (realm?: string): Record<string, string> => (realm === undefined ? {} : { 'noroshi-realm': realm });
  const plan = (who: string, more: Record<string, unknown> = {}, realm?: string): Promise<Reply> =>
    world.call(
      who,
      'POST',
      '/api/surveys',
      { about: 'ceptoar-profile', title: '機能・活動の調査（架空）', year: 2026, due: day(30).toISOString(), ...more },
      inRealm(realm),
    );
  const turn = (who: string, id: string, what: string, said: unknown = {}, realm?: string): Promise<Reply> =>
    world.call(who, 'POST', `/api/surveys/${id}/${what}`, said, inRealm(realm));
  return { plan, turn };
};
