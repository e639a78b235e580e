import type { Say } from '../problems.ts';
import { sayUnknown, type Whole } from './whole.ts';

/** Says every group, edition and code that a code list refers to in vain. */
export const checkCodes = (whole: Whole, say: Say): void => {
  for (const { source, path, list } of whole.lists) {
    const codesOf = new Map(list.editions.map((it) => [it.version, new Set(it.codes.map((c) => c.code))]));
    list.editions.forEach((edition, i) => {
      const at = (...rest: readonly PropertyKey[]): PropertyKey[] => [...path, 'editions', i, ...rest];
      const groups = new Set(edition.groups.map((it) => it.key));
      edition.codes.forEach((code, j) => {
        if (code.group !== undefined) sayUnknown(say, source, at('codes', j, 'group'), 'group', code.group, groups);
        else if (groups.size > 0)
          say(source, at('codes', j), 'programme.problem.wanting', { what: code.code, wanted: 'group' });
      });
      edition.maps.forEach((it, j) => {
        sayUnknown(say, source, at('maps', j, 'code'), 'code', it.code, codesOf.get(edition.version) ?? new Set());
        const target = codesOf.get(it.version);
        if (target === undefined)
          return say(source, at('maps', j, 'version'), 'programme.problem.unknown-key', {
            what: 'edition',
            key: it.version,
          });
        it.to.forEach((code, k) => {
          sayUnknown(say, source, at('maps', j, 'to', k), 'code', code, target);
        });
      });
    });
  }
};
