import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { bilingual } from '../../../kernel/shapes.ts';
import { signedIn } from './session.ts';

/** A persona on the sign-in page of a demo: `about` says what to look at first. */
export const personaView = z.object({
  key: z.string(),
  name: bilingual,
  seat: bilingual,
  group: z.string(),
  about: bilingual,
});
export type PersonaView = z.infer<typeof personaView>;

/** Doors that exist only where a demo runs. */
export const demoDoors = {
  listPersonas: endpoint({
    method: 'GET',
    path: '/api/demo/personas',
    may: 'anyone',
    says: 'The personas of the fictitious world. Where no demo runs there is no such door.',
    output: z.object({ items: z.array(personaView), next: z.null() }),
  }),
  enterAs: endpoint({
    method: 'POST',
    path: '/api/demo/session',
    may: 'anyone',
    says: 'Signs in as a persona of the fictitious world.',
    body: z.strictObject({ persona: z.string().max(60) }),
    output: signedIn,
    status: 201,
  }),
} as const;
