import { referenceOf as circulated } from '../../circulation/index.ts';

/** The reference of a situation as people say it on the telephone, e.g. `事-7K3M-Q2`; made of the id, so it counts nothing. */
export const referenceOf = (id: string): string => `事${circulated('report', id).slice(1)}`;
