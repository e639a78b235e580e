import type { Change } from '../shapes/changes.ts';
import type { Programme } from '../shapes/programme.ts';
import type { Sector } from '../shapes/sectors.ts';
import { supervisionOf } from './bodies.ts';

/** The programme with the changes that had come by a day; what a programme describes itself is left as it is. */
export const withChanges = (programme: Programme, day: string): Programme =>
  programme.changes
    .filter((it) => it.on <= day)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .reduce((before, change) => {
      const sectors = [
        ...before.sectors.map((sector) => change.moves.reduce((it, move) => passed(it, move, change.on), sector)),
        ...change.sectors,
      ];
      return {
        ...before,
        asOf: change.on,
        sectors,
        supervision: supervisionOf(sectors),
        bodies: [...before.bodies, ...change.bodies],
      };
    }, programme);

const passed = (sector: Sector, move: Change['moves'][number], on: string): Sector => {
  if (sector.key !== move.sector) return sector;
  const ended = sector.competent.map((it) =>
    it.body === move.from && it.until === undefined ? { ...it, until: on } : it,
  );
  return { ...sector, competent: [...ended, { body: move.to, from: on }] };
};
