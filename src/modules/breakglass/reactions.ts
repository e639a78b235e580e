import type { Reaction } from '../../platform/work/reactions.ts';
import type { Ways } from '../notices/index.ts';
import { tellDue } from './commands/tell-concerned.ts';

/** Whoever an opening concerns is told when it is allowed, unless its ground lets time pass first. */
export const breakglassReactions = (ways: Ways): readonly Reaction[] => [
  {
    name: 'breakglass.tell',
    on: ['break-glass.allowed'],
    react: async ({ db, now }) => void (await tellDue(db, now, ways)),
  },
];
