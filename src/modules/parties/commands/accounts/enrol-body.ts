import type { Acting } from '../../../../platform/acting.ts';
import type { OperatorInput } from '../../contract.ts';
import { enrol } from '../founding/enrol.ts';

/** Enrols an operator; who stands above it follows from its sectors and CEPTOARs. */
export const enrolBody = async (acting: Acting, input: OperatorInput): Promise<{ id: string; seat: string }> => {
  const { body, seat } = await enrol(acting.db, { ...input, fictitious: false }, acting.now);
  await acting.record({ fact: 'body.enrolled', subject: body });
  return { id: body, seat };
};
