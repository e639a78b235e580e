import { keepTime } from '../../kernel/time.ts';
import type { Programme } from './contract.ts';

let current: Programme | undefined;

/** Puts the programme of this process in place, and with it the calendar: once, by `main`, before any door opens. */
export const installProgramme = (programme: Programme): void => {
  current = programme;
  keepTime(programme);
};

/** The programme this process runs. Throws before one is in place, which is a mistake of the composition. */
export const theProgramme = (): Programme => {
  if (current === undefined) throw new Error('no programme is in place');
  return current;
};
