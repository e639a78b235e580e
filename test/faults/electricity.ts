import { type Due, duesOf, people, readyToSend as ready, sent } from '../one-sector.ts';
import type { House } from './house.ts';

export { type Due, keyOf } from '../one-sector.ts';

/** How many operators the sector has; with its ministry and its CEPTOAR a provision reaches two more. */
export const operators = 400;
export const recipients = operators + 2;

/** Fills the offices that the programme puts into place and adds the operators of electricity. */
export const populate = async (house: House): Promise<void> => {
  await house.rows(people(operators));
  await house.rows('analyze');
};

const asking =
  (house: House) =>
  (key: string, method: 'GET' | 'POST', path: string, body?: unknown): ReturnType<House['ask']> =>
    house.ask(method, path, { key, ...(body === undefined ? {} : { body }) });

/** Drafts a provision to the whole circle, has it approved, and gives its id. */
export const readyToSend = (house: House): Promise<string> => ready(asking(house));

/** Sends a provision and gives the receipts of all operators, shuffled. */
export const sentToAll = async (house: House): Promise<{ provision: string; dues: Due[] }> => {
  const provision = await sent(asking(house));
  return { provision, dues: await duesOf(house.rows, provision) };
};
