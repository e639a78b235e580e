import { sql } from 'kysely';
import { atLeastAsStrict } from '../../../../../kernel/marking.ts';
import { alike, fold } from '../../../../../kernel/text.ts';
import type { Acting } from '../../../../../platform/acting.ts';
import { fewestFor, tellingIn, theProgramme } from '../../../../programme/index.ts';
import { materialsOf } from '../made-from/materials.ts';
import { floorFor, originsOf } from '../made-from/origins.ts';
import type { Warning } from '../../../shapes/provision.ts';
import { marksOf } from './marks.ts';
import type { Work } from '../work.ts';

type Text = Pick<Work, 'item' | 'title' | 'body' | 'handling'>;

/**
 * What in a draft could lead to a source: names and addresses of any body that is not public, identifiers that stand in
 * the reports it was made from, and words by which too few bodies could be meant. Trying names in a draft tells nothing:
 * the register is searched through whole, whoever reported.
 */
export const warningsOf = async (acting: Acting, text: Text): Promise<Warning[]> => {
  const origins = await originsOf(acting, text.item);
  const floor = await floorFor(acting, origins);
  return [
    ...(await tracesIn(acting, text)),
    ...(await identifiersIn(acting, text, origins)),
    ...(await smallGroupsIn(acting, text)),
    ...(atLeastAsStrict(text.handling, floor)
      ? []
      : [{ kind: 'mark-wider-than-source' as const, key: 'mark-wider-than-source' }]),
  ];
};

const places = (text: Text): { where: 'title' | 'body'; text: string }[] => [
  { where: 'title', text: text.title },
  { where: 'body', text: text.body },
];

const tracesIn = async (acting: Acting, draft: Text): Promise<Warning[]> => {
  const found: Warning[] = [];
  for (const place of places(draft)) {
    const text = alike(place.text);
    const { rows } = await sql<{ found: string; kind: 'name' | 'domain' | 'place' | 'person' | 'address' }>`
      select found, kind from exchange.traces(${text}, ${marksOf(text)})`.execute(acting.db);
    // The longest match says it best: "北都電力" inside "北都電力株式会社" is not a second trace.
    const longest = rows.filter(
      (r) => !rows.some((o) => o !== r && o.found.length > r.found.length && o.found.includes(r.found)),
    );
    for (const r of longest)
      found.push({
        kind: 'trace',
        key: `trace:${place.where}:${r.found}`,
        text: r.found,
        what: r.kind,
        where: place.where,
      });
  }
  return found;
};

// Machine, part and file names: letters with digits, underscores or a dot, as people do not write them by chance.
const identifier =
  /(?<![\p{L}\p{N}])(?=[\w.-]*[A-Za-z])(?=[\w.-]*(?:\d|_|\.[A-Za-z]))[A-Za-z0-9][\w.-]{3,62}[A-Za-z0-9](?![\p{L}\p{N}])/gu;
// What a warning has to name: vulnerabilities, hashes, addresses, plain versions and protocols.
const useful =
  /^(?:CVE-\d{4}-\d+|CWE-\d+|T\d{4}(?:\.\d+)?|[0-9a-f]{32,}|\d+(?:\.\d+)+|(?:TLP|IPv|SHA|MD|HTTP|TLS|SSL|RFC|ISO|IEC|Windows|Office)[\w.-]*\d+[\w.-]*)$/iu;

/** The identifiers in a text that could be somebody's own. */
export const identifiersOf = (text: string): string[] => [
  ...new Set((text.normalize('NFKC').match(identifier) ?? []).filter((w) => !useful.test(w))),
];

const identifiersIn = async (acting: Acting, text: Text, origins: readonly string[]): Promise<Warning[]> => {
  // What anybody can read gives nobody away; what a partner or an agency told the desk does.
  const told = (await materialsOf(acting, text.item)).filter((m) => m.kind !== 'public');
  if (origins.length + told.length === 0) return [];
  const rows =
    origins.length === 0
      ? []
      : await acting.db
          .selectFrom('exchange.report_version as v')
          .innerJoin('circulation.item as i', 'i.id', 'v.item')
          .select(['i.title', 'v.summary', 'v.answers'])
          .where('v.report', 'in', [...origins])
          .execute();
  const quotes = told.map((m) => `${m.title}\n${m.reference ?? ''}\n${m.quote ?? ''}`);
  const source = fold(
    [...quotes, ...rows.map((r) => `${r.title}\n${r.summary ?? ''}\n${JSON.stringify(r.answers)}`)].join('\n'),
  );
  return places(text).flatMap((place) =>
    identifiersOf(place.text)
      .filter((word) => source.includes(fold(word)))
      .map(
        (word): Warning => ({
          kind: 'trace',
          key: `trace:${place.where}:${word}`,
          text: word,
          what: 'identifier',
          where: place.where,
        }),
      ),
  );
};

const smallGroupsIn = async (acting: Acting, text: Text): Promise<Warning[]> => {
  const programme = theProgramme();
  const told = tellingIn(programme, `${text.title}\n${text.body}`, acting.now);
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
