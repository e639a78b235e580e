import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoRoutes, keysForDemo, type Persona, type Vault } from '../modules/parties/index.ts';
import { theProgramme } from '../modules/programme/index.ts';
import type { Db } from '../platform/database.ts';
import type { Route } from '../platform/http/door.ts';
import { CannotStart } from '../platform/store/cannot-start.ts';
import { castOf } from './cast/cast.ts';
import { type Seated, seatedOf } from './cast/found.ts';
import { type Size, tellYear, whole } from './tell.ts';
import { readWorld, type World } from './world.ts';

/** What a demo adds to the house. */
export interface Demo {
  readonly routes: readonly Route[];
  readonly personas: readonly Persona[];
}

/** What the demo is opened with. */
export interface Opening {
  /** Whether `--demo` was given. */
  readonly wanted: boolean;
  readonly dataDir: string;
  readonly portal: Db;
  readonly worker: Db;
  readonly vault: Vault;
  readonly say: (line: string) => void;
  readonly present?: Date;
  readonly size?: Size;
}

/**
 * Opens the fictitious world where it is wanted: tells its year in an empty house, finds it again in a house where it was
 * told. Null in a real one. Refuses to mix the two.
 */
export const openDemo = async (it: Opening): Promise<Demo | null> => {
  const { wanted, dataDir, portal, worker, say } = it;
  const there = await stateOf(worker);
  const unfinished = join(dataDir, 'demo-unfinished');
  if (!wanted) {
    if (there === 'demo')
      throw new CannotStart(
        `${dataDir} holds a demo, whose operators and persons are invented. Start it with --demo, or choose another folder with --data DIR.`,
      );
    return null;
  }
  if (there === 'real')
    throw new CannotStart(
      `${dataDir} holds real data. A demo never goes beside it; choose another folder with --data DIR.`,
    );
  if (there === 'demo' && existsSync(unfinished))
    throw new CannotStart(
      `The demo in ${dataDir} was stopped before it was complete. Delete the folder and start again.`,
    );
  const world = readWorld();
  const present = it.present ?? new Date();
  if (there === 'empty') {
    writeFileSync(unfinished, 'The demo is being made here.\n', { mode: 0o600 });
    await tellYear({ world, portal, worker, present, say, size: it.size ?? whole });
    rmSync(unfinished);
  }
  const cast = castOf(world, it.size?.perCircle);
  const seated = await seatedOf(worker, cast);
  await keepKeys(worker, join(dataDir, 'demo-keys.json'), world, seated, present);
  const personas = personasOf(world, seated);
  return { routes: demoRoutes(it.vault, personas), personas };
};

const stateOf = async (worker: Db): Promise<'empty' | 'demo' | 'real'> => {
  if ((await worker.selectFrom('parties.demo').select('one').executeTakeFirst()) !== undefined) return 'demo';
  const person = await worker.selectFrom('parties.person').select('id').limit(1).executeTakeFirst();
  const entry = await worker.selectFrom('journal.entry').select('id').limit(1).executeTakeFirst();
  return person === undefined && entry === undefined ? 'empty' : 'real';
};

/** The longest that a key may live. */
const keyDays = 400;

// Keys are stored as their hashes: where the file is gone, or belongs to another database, new ones are made.
const keepKeys = async (
  worker: Db,
  path: string,
  world: World,
  seated: ReadonlyMap<string, Seated>,
  now: Date,
): Promise<void> => {
  const wanted = world.offices.personas.flatMap(({ key }) => {
    const it = seated.get(key);
    return it === undefined
      ? []
      : [{ persona: key, person: it.person, seat: it.seat, label: '架空の世界の鍵', at: it }];
  });
  if (existsSync(path)) {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { seat?: string }>;
    if (wanted.every((it) => kept[it.persona]?.seat === it.seat)) return;
  }
  const until = new Date(now.getTime() + keyDays * 86_400_000);
  const made = await worker.transaction().execute((tx) => keysForDemo(tx, wanted, until, now));
  const file = Object.fromEntries(
    made.map(({ persona, key, at }) => [
      persona,
      {
        key,
        seat: at.seat,
        body: at.body,
        person: at.person,
        seatName: titleOf(at.capacity, at.role).ja,
        bodyName: at.bodyName.ja,
        personName: at.personName.ja,
      },
    ]),
  );
  writeFileSync(`${path}.new`, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

const titleOf = (capacity: string, role: string): { ja: string; en: string } => {
  const found = theProgramme().capacities.find((it) => it.key === capacity);
  const title = found?.roles.find((it) => it.key === role)?.title;
  return {
    ja: `${found?.short.ja ?? capacity} ${title?.ja ?? role}`,
    en: `${found?.short.en ?? capacity}, ${title?.en ?? role}`,
  };
};

/** The personas of the sign-in page, in the order of the world's list. */
const personasOf = (world: World, seated: ReadonlyMap<string, Seated>): Persona[] =>
  world.offices.personas.flatMap(({ key, group, about }) => {
    const it = seated.get(key);
    if (it === undefined) return [];
    const title = titleOf(it.capacity, it.role);
    return [
      {
        key,
        group,
        about,
        name: it.personName,
        seat: { ja: `${it.bodyName.ja} ${title.ja}`, en: `${it.bodyName.en}: ${title.en}` },
        person: it.person,
        seatId: it.seat,
      },
    ];
  });
