import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandFiles, roomFiles } from './shapes.ts';

const root = join(import.meta.dirname, '..');
const usage = `usage: bin/new room NAME            for example: bin/new room surveys
       bin/new command ROOM NAME    for example: bin/new command exchange withdraw-provision`;

const refuse = (words: string): never => {
  console.error(`noroshi: ${words}`);
  process.exit(2);
};

const isName = (name: string | undefined): name is string => name !== undefined && /^[a-z]+(?:-[a-z]+)*$/u.test(name);

const write = (files: Readonly<Record<string, string>>): void => {
  for (const path of Object.keys(files)) if (existsSync(join(root, path))) refuse(`${path} is there already`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(path);
  }
};

const format = (paths: readonly string[]): void => {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  spawnSync(process.execPath, [biome, 'format', '--write', ...paths], { cwd: root, stdio: 'ignore' });
};

/** The plan of the house lists its rooms; a new one stands above all others until somebody moves it down. */
const addToPlan = (room: string): void => {
  const path = join(root, 'src', 'house.ts');
  const plan = readFileSync(path, 'utf8');
  const changed = plan.replace(/(export const rooms = \[[^\]]*?),?\s*\] as const/u, `$1, '${room}'] as const`);
  if (changed === plan) refuse(`src/house.ts has no list of rooms to add ${room} to`);
  writeFileSync(path, changed);
};

const newRoom = (room: string): void => {
  if (existsSync(join(root, 'src', 'modules', room))) refuse(`the room ${room} is there already`);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo' }).format(new Date());
  const files = roomFiles(room, day);
  addToPlan(room);
  write(files);
  format([...Object.keys(files), 'src/house.ts']);
  console.log(
    `\nNext: write README.md first, put '${room}' in its place in src/house.ts, and join its routes in src/composition.ts.`,
  );
};

const newCommand = (room: string, name: string): void => {
  if (!existsSync(join(root, 'src', 'modules', room))) refuse(`there is no room ${room}`);
  const files = commandFiles(room, name);
  write(files);
  format(Object.keys(files));
  console.log('\nNext: a door in contract.ts, its answer in routes.ts, and a test for each refusal.');
};

const [what, first, second, ...rest] = process.argv.slice(2);
if (what === 'room' && isName(first) && second === undefined) newRoom(first);
else if (what === 'command' && isName(first) && isName(second) && rest.length === 0) newCommand(first, second);
else refuse(`names are lower-case words joined by hyphens\n${usage}`);
