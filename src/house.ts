import { fileURLToPath } from 'node:url';

/**
 * The plan of the house: its floors from the ground up and its rooms in order. A test holds the code to it.
 * A file may import from its own floor's earlier rooms (by their door only) and from any floor below.
 */
export const floors = [
  ['kernel'],
  ['platform', 'portal'],
  ['modules'],
  ['protocols'],
  ['composition.ts', 'main.ts', 'app.tsx', 'plain', 'demo', 'generate'],
] as const;

/** The rooms of `modules/` from the ground up: each may use those before it. */
export const rooms = [
  'programme',
  'parties',
  'forms',
  'circulation',
  'files',
  'channels',
  'notices',
  'mode',
  'drills',
  'surveys',
  'exchange',
  'situations',
  'breakglass',
  'journal',
  'review',
  'progress',
  'desk',
] as const;

export type Room = (typeof rooms)[number];

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where migrations lie, in the order in which rooms stand. */
export const migrationRooms: readonly { room: string; dir: string }[] = [
  { room: 'platform', dir: here('./platform/migrations') },
  ...rooms.map((room) => ({ room, dir: here(`./modules/${room}/migrations`) })),
];

/** The schemas that hold rows of bodies or guard them. */
export const schemas: readonly string[] = [...new Set(['acting', 'journal', 'platform', ...rooms])];
