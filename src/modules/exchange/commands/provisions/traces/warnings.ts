import { sql } from 'kysely';
import { atLeastAsStrict } from '../../../../../kernel/marking.ts';
import type { Acting } from '../../../../../platform/acting.ts';
import { filesOf } from '../../../../files/index.ts';
import { fewestFor, tellingIn, theProgramme } from '../../../../programme/index.ts';
import type { Warning } from '../../../shapes/provision.ts';
import { floorFor, originsOf } from '../made-from/origins.ts';
import type { Work } from '../work.ts';
import { identifiersFrom } from './identifiers.ts';
import { namesIn } from './names.ts';

type Text = Pick<Work, 'item' | 'title' | 'body' | 'handling'>;
type What = Extract<Warning, { kind: 'trace' }>['what'];

/**
 * What in a draft and in its files could lead to a source: names and addresses of any body that is not public, identifiers
 * that stand in what it was made from, words by which too few bodies could be meant, and files that no machine has read.
 * Trying names in a draft tells nothing: the register is searched through whole, whoever reported.
 */
export const warningsOf = async (acting: Acting, text: Text): Promise<Warning[]> => {
  const origins = await originsOf(acting, text.item);
  const floor = await floorFor(acting, origins);
  const files = await filesOf(acting, text.item);
  const identifiersIn = await identifiersFrom(acting, text.item, origins);
  const tracesIn = async (it: string): Promise<{ text: string; what: What }[]> => [
    ...(await namesIn(acting, it)).map(({ found, kind }) => ({ text: found, what: kind })),
    ...identifiersIn(it).map((word) => ({ text: word, what: 'identifier' as const })),
  ];
  const warnings: Warning[] = [];
  for (const where of ['title', 'body'] as const)
    for (const it of await tracesIn(text[where]))
      warnings.push({ kind: 'trace', key: `trace:${where}:${it.text}`, where, ...it });
  for (const { id, name, text: read, unread } of files) {
    for (const it of await tracesIn(`${name}\n${read}`))
      warnings.push({ kind: 'file-trace', key: `file:${id}:${it.text}`, attachment: id, file: name, ...it });
    if (unread) warnings.push({ kind: 'file-unread', key: `unread:${id}`, attachment: id, file: name });
  }
  const said = [text.title, text.body, ...files.map((it) => `${it.name}\n${it.text}`)].join('\n');
  return [
    ...warnings,
    ...(await smallGroupsIn(acting, said)),
    ...(atLeastAsStrict(text.handling, floor)
      ? []
      : [{ kind: 'mark-wider-than-source' as const, key: 'mark-wider-than-source' }]),
  ];
};

const smallGroupsIn = async (acting: Acting, said: string): Promise<Warning[]> => {
  const programme = theProgramme();
  const told = tellingIn(programme, said, acting.now);
  if (told.length === 0) return [];
  const { rows } = await sql<{ sector: string; n: number }>`
    select s.sector, count(distinct b.id) as n
      from parties.body_sector s join parties.body b on b.id = s.body and not b.open
     where s.sector = any (${told.map((t) => t.sector)}) and s.valid_to is null and b.valid_to is null group by s.sector`.execute(
    acting.db,
  );
  return told.flatMap(({ sector, words }) => {
    const count = rows.find((r) => r.sector === sector)?.n ?? 0;
    const least = fewestFor(programme, [sector]);
    return count < least
      ? [{ kind: 'small-group' as const, key: `small-group:${sector}`, sector, words, count, least }]
      : [];
  });
};
