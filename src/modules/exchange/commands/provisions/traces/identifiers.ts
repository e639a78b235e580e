import { fold } from '../../../../../kernel/text.ts';
import type { Acting } from '../../../../../platform/acting.ts';
import { filesOf } from '../../../../files/index.ts';
import { materialsOf } from '../made-from/materials.ts';

// Machine, part and file names: letters with digits, underscores or a dot, as people do not write them by chance.
const identifier =
  /(?<![\p{L}\p{N}])(?=[\w.-]*[A-Za-z])(?=[\w.-]*(?:\d|_|\.[A-Za-z]))[A-Za-z0-9][\w.-]{3,62}[A-Za-z0-9](?![\p{L}\p{N}])/gu;
// What a warning has to name: vulnerabilities, hashes, addresses, plain versions and protocols.
const useful =
  /^(?:CVE-\d{4}-\d+|CWE-\d+|T\d{4}(?:\.\d+)?|[0-9a-f]{32,}|\d+(?:\.\d+)+|(?:TLP|IPv|SHA|MD|HTTP|TLS|SSL|RFC|ISO|IEC|Windows|Office)[\w.-]*\d+[\w.-]*)$/iu;

/** The identifiers in a text that could be somebody's own. */
const identifiersOf = (text: string): string[] => [
  ...new Set((text.normalize('NFKC').match(identifier) ?? []).filter((w) => !useful.test(w))),
];

/**
 * What finds the identifiers of a text that stand in what a provision was made from too: in its reports, their indicators and
 * files, and in what a partner or an agency told the desk. What anybody can read gives nobody away.
 */
export const identifiersFrom = async (
  acting: Acting,
  item: string,
  origins: readonly string[],
): Promise<(text: string) => string[]> => {
  const told = (await materialsOf(acting, item)).filter((m) => m.kind !== 'public');
  if (origins.length + told.length === 0) return () => [];
  const rows =
    origins.length === 0
      ? []
      : await acting.db
          .selectFrom('exchange.report_version as v')
          .innerJoin('circulation.item as i', 'i.id', 'v.item')
          .select(['v.item', 'i.title', 'v.summary', 'v.answers'])
          .where('v.report', 'in', [...origins])
          .execute();
  const files = (await Promise.all(rows.map((r) => filesOf(acting, r.item)))).flat();
  const source = fold(
    [
      ...told.map((m) => `${m.title}\n${m.reference ?? ''}\n${m.quote ?? ''}`),
      ...rows.map((r) => `${r.title}\n${r.summary ?? ''}\n${JSON.stringify(r.answers)}`),
      ...files.map((f) => `${f.name}\n${f.text}`),
    ].join('\n'),
  );
  return (text) => identifiersOf(text).filter((word) => source.includes(fold(word)));
};
