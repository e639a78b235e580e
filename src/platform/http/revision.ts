import { Refusal } from '../../kernel/refusal.ts';

/** The revision that an If-Match header carries; null when there is no such header. Refuses 412 when it cannot be read. */
export const revisionIn = (ifMatch: string | undefined): number | null => {
  if (ifMatch === undefined) return null;
  const m = /^(?:W\/)?"?(\d{1,9})(?:\.[\w-]+)?"?$/u.exec(ifMatch.trim());
  if (m === null) throw new Refusal('stale', {}, 412);
  return Number(m[1]);
};
