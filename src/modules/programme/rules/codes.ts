import type { FormCodes, FormDefinition } from '../../../kernel/form.ts';
import { type Code, type CodeEdition, type CodeList, derivedLists } from '../shapes/codes.ts';
import type { Programme } from '../shapes/programme.ts';
import { ceptoarsAt, nameOf, sectorsAt } from './bodies.ts';
import { holding } from './dates.ts';

/** The edition of a code list that holds at a time. */
export const editionAt = (programme: Programme, list: string, at: Date): CodeEdition | undefined =>
  holding(programme, programme.codeLists.find((it) => it.key === list)?.editions ?? [], at)[0];

/** The codes of a list at a time; also of the lists `sector`, `ceptoar` and `handling`, which no file spells out. */
export const codes = (programme: Programme, list: string, at: Date): readonly Code[] => {
  if (list === 'sector') return sectorsAt(programme, at).map((it) => ({ code: it.key, title: it.title }));
  if (list === 'ceptoar')
    return ceptoarsAt(programme, at).map((it) => ({ code: it.key, title: nameOf(programme, it, at).name }));
  if (list === 'handling') return programme.marking.map((it) => ({ code: it.value, title: it.title, says: it.says }));
  return editionAt(programme, list, at)?.codes ?? [];
};

/** A code wherever it stands, in the newest edition that has it, so that an old record can still be read. */
export const codeEver = (list: CodeList, code: string): Code | undefined =>
  list.editions
    .toReversed()
    .flatMap((it) => it.codes)
    .find((it) => it.code === code);

/** What a code of one edition is in another; the code itself is kept beside it, since some of this cannot be told back. */
export const inEdition = (
  list: CodeList,
  code: string,
  version: string,
): { readonly codes: readonly string[]; readonly lossy: boolean } | undefined => {
  if (list.editions.some((it) => it.version === version && it.codes.some((c) => c.code === code)))
    return { codes: [code], lossy: false };
  const map = list.editions.flatMap((it) => it.maps).find((it) => it.code === code && it.version === version);
  return map === undefined ? undefined : { codes: map.to, lossy: map.lossy };
};

/** All code lists as a form needs them at a time. */
export const formCodes = (programme: Programme, at: Date): FormCodes => {
  const keys = [...programme.codeLists.map((it) => it.key), ...derivedLists];
  return Object.fromEntries(keys.map((key) => [key, codes(programme, key, at)]));
};

/** A form in the version asked for, or in its newest. */
export const formOf = (programme: Programme, key: string, version?: number): FormDefinition | undefined =>
  programme.forms
    .filter((it) => it.key === key && (version === undefined || it.version === version))
    .toSorted((a, b) => b.version - a.version)[0];
