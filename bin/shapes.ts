/** `withdraw-provision` → `withdrawProvision`. */
const camel = (name: string): string => name.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const irregular: Readonly<Record<string, string>> = {
  begin: 'begun',
  give: 'given',
  keep: 'kept',
  make: 'made',
  put: 'put',
  send: 'sent',
  set: 'set',
  take: 'taken',
  withdraw: 'withdrawn',
  write: 'written',
};

const past = (verb: string): string =>
  irregular[verb] ??
  (verb.endsWith('e') ? `${verb}d` : /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`);

const readme = (room: string): string => `# ${capital(room.replaceAll('-', ' '))}

What this room is for, in one paragraph. Sixty lines at most.

## Nouns
- **Noun**: what it is; the word is in docs/glossary.md.

## Invariants
1. What is always true here, whoever asks.

## Who may do what
| what | who | wall |
|---|---|---|
| verb | power or body | \`may\`, row policy or rule |
`;

/** The files of a new room by path; an empty room that compiles, migrates and answers nothing. */
export const roomFiles = (room: string, day: string): Record<string, string> => {
  const name = camel(room);
  const schema = room.replaceAll('-', '_');
  const at = (path: string): string => `src/modules/${room}/${path}`;
  return {
    [at('README.md')]: readme(room),
    [at('contract.ts')]: `import type { Doors } from '../../kernel/endpoint.ts';

/** The doors of this room. */
export const ${name}Doors = {} as const satisfies Doors;
`,
    [at('rules.ts')]: `// Pure decisions of this room: whether now. No await, nothing from the server.
export {};
`,
    [at('commands/README.md')]: `One verb a file, its test beside it: \`bin/new command ${room} do-something\`.
`,
    [at('queries.ts')]: `// Reads of this room, each named by what it gives; they change nothing.
export {};
`,
    [at('routes.ts')]: `import { join, type Route } from '../../platform/http/door.ts';
import { ${name}Doors } from './contract.ts';

/** Joins the doors of this room to what answers them. */
export const ${name}Routes = (): Route[] => join(${name}Doors, {});
`,
    [at('reactions.ts')]: `import type { Reaction } from '../../platform/work/reactions.ts';

/** What this room does when something happened elsewhere; each may see a fact twice and must not mind. */
export const ${name}Reactions: readonly Reaction[] = [];
`,
    [at('index.ts')]: `/** The door of this room: the few functions that other rooms may call. */
export { ${name}Reactions } from './reactions.ts';
export { ${name}Routes } from './routes.ts';
`,
    [at('messages/ja.json')]: '{}\n',
    [at('messages/en.json')]: '{}\n',
    [at(`migrations/${day}-${room}.sql`)]:
      `-- The schema of this room. Table, policies, grants and indexes of one thing stand together below.
create schema ${schema};
grant usage on schema ${schema} to portal, worker;
`,
  };
};

/** The files of a new command by path: one verb, one function, its test beside it. */
export const commandFiles = (room: string, command: string): Record<string, string> => {
  const [verb = command, ...object] = command.split('-');
  const noun = object.join('-') || room;
  const name = camel(command);
  const type = `${capital(name)}Input`;
  const words = command.replaceAll('-', ' ');
  const at = (path: string): string => `src/modules/${room}/commands/${path}`;
  return {
    [at(`${command}.ts`)]: `import type { Acting } from '../../../platform/acting.ts';

/** What is said to ${words}. */
export interface ${type} {
  readonly id: string;
}

/** ${capital(words)}: look, refuse, change, record, return. */
export const ${name} = async (acting: Acting, input: ${type}): Promise<void> => {
  await acting.record({ fact: '${noun}.${past(verb)}', subject: input.id });
};
`,
    [at(`${command}.test.ts`)]: `import { expect, test } from 'vitest';

const unwritten = (): never => expect.fail('say here what must hold, before the command is written');

test('one who may can ${words}, once', unwritten);
test('one who may not gets a plain refusal, and nothing changes', unwritten);
test('what one may not see is not found', unwritten);
`,
  };
};
