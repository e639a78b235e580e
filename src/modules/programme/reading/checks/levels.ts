import type { LevelRule } from '../../shapes/levels.ts';
import type { Say } from '../problems.ts';
import { sayDuplicates, sayUnknown, type Whole } from './whole.ts';

/** Says each service maintenance level that speaks of a sector or a quantity that is not there. */
export const checkLevels = (whole: Whole, say: Say): void => {
  const { source, data } = whole.levels;
  const sectors = new Set(whole.sectors.data.sectors.map((it) => it.key));
  sayDuplicates(
    say,
    source,
    ['levels'],
    'level',
    data.levels.map((it) => it.key),
  );
  data.levels.forEach((it, i) => {
    sayUnknown(say, source, ['levels', i, 'sector'], 'sector', it.sector, sectors);
    const keys = it.quantities.map((one) => one.key);
    sayDuplicates(say, source, ['levels', i, 'quantities'], 'quantity', keys);
    const walk = (rule: LevelRule, at: readonly PropertyKey[]): void => {
      if ('quantity' in rule)
        return sayUnknown(say, source, [...at, 'quantity'], 'quantity', rule.quantity, new Set(keys));
      const [name, parts] = 'all' in rule ? (['all', rule.all] as const) : (['any', rule.any] as const);
      parts.forEach((part, n) => walk(part, [...at, name, n]));
    };
    walk(it.below, ['levels', i, 'below']);
  });
};
