import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { showProvision, showReport } from '../../exchange/index.ts';
import type { Opened } from '../contract.ts';
import { requestsOf } from '../queries/requests.ts';

interface Read {
  what: 'content' | 'source';
  kind: 'report' | 'provision';
  subject: string;
  until: Date;
  source: { ja: string; en: string; contact: string; phone: string | null; email: string | null } | null;
}

/**
 * Reads what is open for the acting seat. The database lends it for this transaction and takes it back before the commit,
 * so that the ordinary view of the thing answers here and no other door ever sees a row of it.
 */
export const readBreakGlass = async (acting: Acting, id: string): Promise<Opened> => {
  const [request] = await requestsOf(acting, { id });
  if (request === undefined || !request.by.mine) throw notFound();
  // Each reading is recorded, and where nothing goes on any more nothing can be.
  if (acting.halted !== null || request.state !== 'open') throw new Refusal('break-glass-over');
  const { rows } = await sql<Read>`select * from breakglass.read(${randomUUID()}, ${id})`.execute(acting.db);
  const [read] = rows;
  if (read === undefined) throw new Refusal('break-glass-over');
  await acting.record({ fact: 'break-glass.read', subject: id });
  const whole = read.what === 'content';
  const { source } = read;
  return {
    until: read.until.toISOString(),
    report: whole && read.kind === 'report' ? await showReport(acting, read.subject) : null,
    provision: whole && read.kind === 'provision' ? await showProvision(acting, read.subject) : null,
    source:
      source === null
        ? null
        : {
            name: { ja: source.ja, en: source.en },
            contact: source.contact,
            phone: source.phone,
            email: source.email,
          },
  };
};
