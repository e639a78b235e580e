import type { Programme } from '../shapes/programme.ts';
import type { Mode, Route } from '../shapes/routes.ts';
import { holding } from './dates.ts';

/** The ordinary way of operating. */
export const ordinaryMode = (programme: Programme): Mode => {
  const [first] = programme.modes;
  if (first === undefined) throw new RangeError(`${programme.key} has no mode`);
  return first;
};

/** The route of reports or provisions in a mode at a time. */
export const routeFor = (programme: Programme, kind: Route['kind'], mode: string, at: Date): Route | undefined =>
  holding(programme, programme.routes, at).find((it) => it.kind === kind && it.mode === mode);
