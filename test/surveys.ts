import { createHash, randomUUID } from 'node:crypto';
import type { Person, Reply, World } from './world.ts';

export const start = new Date('2026-11-23T03:00:00Z');
/** Some days after the start, at the same time. */
export const day = (n: number): Date => new Date(start.getTime() + n * 86_400_000);

/** Answers to the questionnaire of the CEPTOARs that can be signed as they are, by section. */
export const whole: Readonly<Record<string, Record<string, unknown>>> = {
  desk: { deskHours: 'day-and-call', deskPeople: 4 },
  means: { meansUsual: ['mail', 'phone'], listKept: 'quarterly' },
  members: { memberCount: 12 },
  rules: { handlingRules: 'unwritten' },
  analysis: { analyses: 'forwards' },
  drills: { ownDrills: 0 },
  continuity: { bcp: 'in-preparation' },
};

/** What the tests of surveys do again and again, in a small world. */
export const surveying = (world: World) => {
  const inRealm = (realm?: string): Record<string, string> => (realm === undefined ? {} : { 'noroshi-realm': realm });
  const call = (who: string, method: string, path: string, body?: unknown, realm?: string): Promise<Reply> =>
    world.call(who, method, path, body, inRealm(realm));
  const plan = (who: string, more: Record<string, unknown> = {}, realm?: string): Promise<Reply> =>
    call(
      who,
      'POST',
      '/api/surveys',
      { about: 'ceptoar-profile', title: '機能・活動の調査（架空）', year: 2026, due: day(30).toISOString(), ...more },
      realm,
    );
  const turn = (who: string, id: string, what: string, said: unknown = {}, realm?: string): Promise<Reply> =>
    call(who, 'POST', `/api/surveys/${id}/${what}`, said, realm);
  const save = (who: string, id: string, section: string, body: unknown, realm?: string): Promise<Reply> =>
    call(who, 'PUT', `/api/surveys/${id}/answer/sections/${section}`, body, realm);
  return {
    plan,
    turn,
    save,
    /** A campaign that has come to those asked. */
    come: async (more: Record<string, unknown> = {}, realm?: string): Promise<string> => {
      const { id } = (await plan('cs.duty', more, realm)).body;
      await turn('cs.chief', id, 'opening', {}, realm);
      for (const who of realm === undefined ? ['ministry.meti', 'ministry.mhlw'] : ['ministry.meti'])
        await turn(who, id, 'relay', {}, realm);
      return id;
    },
    /** Fills in everything that has to be. */
    fill: async (who: string, id: string, realm?: string): Promise<void> => {
      for (const [section, answers] of Object.entries(whole)) await save(who, id, section, { answers }, realm);
    },
    /** Seats one more person beside somebody. */
    seatBeside: async (who: string, name: string): Promise<void> => {
      const beside = world.people.get(who) as Person;
      const [person, token] = [randomUUID(), `test-${randomUUID()}`];
      const { rows } = await world.admin.query('select role from acting.holder where seat = $1', [beside.seat]);
      await world.admin.query(
        `insert into parties.person (id, name_ja, name_en, email, created_at) values ($1, $2, $2, $3, now())`,
        [person, `人物${name}`, `${name}@example.test`],
      );
      await world.admin.query('insert into acting.epoch (person) values ($1)', [person]);
      await world.admin.query(`insert into acting.holder values ($1, $2, $3, $4, $5, '2014-01-01')`, [
        beside.seat,
        person,
        beside.body,
        beside.capacity,
        rows[0].role,
      ]);
      await world.admin.query(
        `insert into acting.sign_in (token, kind, person, seat, epoch, created_at, until) values ($1, 'key', $2, $3, 1, now(), '2100-01-01')`,
        [createHash('sha256').update(token).digest(), person, beside.seat],
      );
      (world.people as Map<string, Person>).set(name, { ...beside, name, person, token });
    },
  };
};
