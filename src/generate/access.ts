import type { Programme } from '../modules/programme/contract.ts';
import { powersOf } from '../modules/programme/index.ts';
import type { Power } from '../kernel/power.ts';
import type { Route } from '../platform/http/door.ts';

/** One column of the access table: a role in a capacity of the programme. */
export interface Office {
  readonly capacity: string;
  readonly role: string;
  readonly powers: ReadonlySet<Power>;
}

/** Every role in every capacity of a programme, in its order. */
export const officesOf = (programme: Programme): Office[] =>
  programme.capacities.flatMap((c) =>
    c.roles.map((r) => ({ capacity: c.key, role: r.key, powers: powersOf(programme, c.key, r.key) })),
  );

/** Whether an office may use a door at all; which rows it then sees is the row policies' word. */
export const mayUse = (office: Office, { door }: Route): boolean =>
  door.may === 'anyone' || door.may === 'signed-in' || office.powers.has(door.may);

/** The access table as a person reviews it: doors down, offices across. */
export const accessTable = (programme: Programme, routes: readonly Route[]): string => {
  const offices = officesOf(programme);
  const sorted = [...routes].sort(
    (a, b) => a.door.path.localeCompare(b.door.path) || a.door.method.localeCompare(b.door.method),
  );
  const head = ['door', 'may', 'nobody', ...offices.map((o) => `${o.capacity}<br>${o.role}`)];
  const rows = sorted.map((route) => [
    `\`${route.door.method} ${route.door.path}\``,
    route.door.may,
    route.door.may === 'anyone' ? '●' : '401',
    ...offices.map((o) => (mayUse(o, route) ? '●' : '403')),
  ]);
  return [
    '# Who may use which door',
    '',
    `Written by bin/generate from the contracts and the programme \`${programme.key}\`. ● may use the door; what it then sees and may`,
    'touch is decided by the row policies in `schema.sql`. A row one may not see answers 404, exactly like one that is not there.',
    '',
    `| ${head.join(' | ')} |`,
    `| ${head.map((_, i) => (i < 2 ? '---' : ':-:')).join(' | ')} |`,
    ...rows.map((r) => `| ${r.join(' | ')} |`),
    '',
  ].join('\n');
};
