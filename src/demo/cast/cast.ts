import { chanceOf } from '../chance.ts';
import type { Spelled, World } from '../world.ts';
import { type ContactPoint, contactsOf } from './contacts.ts';
import type { Operator, Player } from './people.ts';

/** Everybody in the world. Seats are `body capacity`; a body is a programme's key or an operator's. */
export interface Cast {
  readonly operators: readonly Operator[];
  readonly businesses: World['sharing']['businesses'];
  readonly players: readonly Player[];
  /** Contact points by the actor who keeps them. */
  readonly contacts: ReadonlyMap<string, readonly ContactPoint[]>;
  /** Actors of operators, by circle. */
  readonly members: ReadonlyMap<string, readonly string[]>;
}

const operatorOf = (world: World, member: string, circle: string, sector: string): Operator => {
  const [place = '', kind = ''] = member.split(':');
  const at = world.places.find((it) => it[0] === place);
  const what = world.operators.kinds[kind];
  if (at === undefined || what === undefined) throw new RangeError(`no such operator: ${member}`);
  const short = `${place}${kind}`;
  return {
    key: short,
    name: { ja: `${short}${what.form ?? ''}（架空）`, en: `${at[2]} ${what.en} (fictitious)` },
    kana: `${at[1]}${what.kana}`,
    alias: [...(what.form === undefined ? [] : [short]), `${at[2]} ${what.en}`],
    domain: `${at[2].toLowerCase()}-${what.domain}.example`,
    place: `${place}地方`,
    sector,
    circle,
  };
};

const person = (surname: Spelled, given: Spelled): { name: { ja: string; en: string }; kana: string } => ({
  name: { ja: `${surname[0]} ${given[0]}（架空）`, en: `${given[2]} ${surname[2]} (fictitious)` },
  kana: `${surname[1]} ${given[1]}`,
});

/** The name by which the story calls the second person of a secretariat. */
export const deputyOf = (actor: string): string => `${actor}-deputy`;

// What a secretariat answers to a survey is signed by a second person: each has one.
const deputiesOf = (world: World, officials: readonly Player[], taken: Set<string>): Player[] =>
  officials.flatMap((official) =>
    official.seats.flatMap((seat) => {
      if (seat.capacity !== 'ceptoar') return [];
      const chance = chanceOf(`deputy ${seat.body}`);
      let [surname, given] = [chance.pick(world.names.surnames), chance.pick(world.names.given)];
      while (taken.has(`${surname[2]} ${given[2]}`))
        [surname, given] = [chance.pick(world.names.surnames), chance.pick(world.names.given)];
      taken.add(`${surname[2]} ${given[2]}`);
      return [
        {
          ...person(surname, given),
          email: `${given[2]}.${surname[2]}@${seat.body.replace('ceptoar.', '')}.example`.toLowerCase(),
          seats: [{ ...seat, actor: deputyOf(seat.actor) }],
        },
      ];
    }),
  );

/** Everybody who plays a part, the same each time. `perCircle` makes the world smaller; personas and whoever reports at present are always in it. */
export const castOf = (world: World, perCircle = Number.POSITIVE_INFINITY): Cast => {
  const wanted = new Set([
    ...world.offices.personas.flatMap((it) => (it.operator === undefined ? [] : [it.operator])),
    ...world.present.reports.map((it) => it.by),
  ]);
  const operators = Object.entries(world.operators.circles).flatMap(([circle, { sector, members }]) =>
    members
      .filter((it, i) => i < perCircle || wanted.has(it.replace(':', '')))
      .map((member) => operatorOf(world, member, circle, sector)),
  );
  const taken = new Set<string>();
  const workers = operators.map((operator): Player => {
    const chance = chanceOf(`person ${operator.key}`);
    let [surname, given] = [chance.pick(world.names.surnames), chance.pick(world.names.given)];
    while (taken.has(`${surname[2]} ${given[2]}`))
      [surname, given] = [chance.pick(world.names.surnames), chance.pick(world.names.given)];
    taken.add(`${surname[2]} ${given[2]}`);
    return {
      ...person(surname, given),
      email: `${given[2]}.${surname[2]}@${operator.domain}`.toLowerCase(),
      seats: [{ actor: actorOf(world, operator.key), body: operator.key, capacity: 'operator', role: 'officer' }],
    };
  });
  const officials = world.offices.people.map(
    (it): Player => ({
      ...person(it.name, it.given),
      email: it.mail,
      seats: it.seats.map((seat) => ({
        actor: seat.persona ?? it.key,
        body: seat.body,
        capacity: seat.capacity,
        role: seat.role,
      })),
    }),
  );
  const players = [...officials, ...deputiesOf(world, officials, taken), ...workers];
  const members = Map.groupBy(operators, (it) => it.circle);
  return {
    operators,
    businesses: world.sharing.businesses,
    players,
    contacts: contactsOf([...officials, ...workers], operators),
    members: new Map([...members].map(([circle, all]) => [circle, all.map((it) => actorOf(world, it.key))])),
  };
};

/** The name by which the story calls an operator's officer: the persona's key where it is one. */
export const actorOf = (world: World, operator: string): string =>
  world.offices.personas.find((it) => it.operator === operator)?.key ?? operator;
