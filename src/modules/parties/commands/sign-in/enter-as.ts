import { notFound } from '../../../../kernel/refusal.ts';
import type { Visitor } from '../../../../platform/acting.ts';
import { demoDoors, type PersonaView } from '../../contract.ts';
import { join, type Route } from '../../../../platform/http/door.ts';
import { openSession } from './opening.ts';
import type { Vault } from './vault.ts';

/** A persona of a demo: who it is and in which seat it sits. */
export interface Persona extends PersonaView {
  readonly person: string;
  readonly seatId: string;
}

/** The doors of a demo. They are joined only where one runs, and the database lets nobody in by them anywhere else. */
export const demoRoutes = (vault: Vault, personas: readonly Persona[]): Route[] =>
  join(demoDoors, {
    listPersonas: async () => ({
      items: personas.map(({ key, name, seat, group, about }) => ({ key, name, seat, group, about })),
      next: null,
    }),
    enterAs: async (visitor, { body }) => enterAs(vault, personas)(visitor, body),
  });

const enterAs =
  (vault: Vault, personas: readonly Persona[]) =>
  async (visitor: Visitor, input: { persona: string }): Promise<{ seat: string; until: string }> => {
    const persona = personas.find((it) => it.key === input.persona);
    if (persona === undefined) throw notFound();
    const opened = await openSession(visitor, vault, {
      person: persona.person,
      how: 'demo',
      seat: persona.seatId,
    });
    if (opened === null) throw notFound();
    return opened;
  };
