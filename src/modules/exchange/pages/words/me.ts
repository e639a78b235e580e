import type { Power } from '../../../../kernel/power.ts';
import { useGet } from '../../../../portal/data/query.ts';
import { sessionDoors } from '../../../parties/contract.ts';

/** The seat one acts in; null until it is known. */
export const useSeat = (): string | null => useGet(sessionDoors.showSession).data?.seat.id ?? null;

/** Whether the acting seat holds a power; no until it is known. */
export const useMay = (power: Power): boolean => useGet(sessionDoors.showSession).data?.powers.includes(power) ?? false;
