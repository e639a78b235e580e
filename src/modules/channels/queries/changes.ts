import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';

/** A thread, an inquiry or a support that the reader may look at again, and when it changed. */
export interface ChannelChange {
  readonly kind: 'thread' | 'inquiry' | 'support';
  readonly id: string;
  readonly at: Date;
}

/** Threads in which something was said or taken back since an instant, as far as the reader may hear it. */
export const channelChanges = async (acting: Acting, since: Date): Promise<ChannelChange[]> => {
  const { rows } = await sql<ChannelChange>`
    select 'thread' as kind, m.thread as id, m.at from channels.message m where m.realm = ${acting.realm} and m.at > ${since}
    union
    select 'thread', m.thread, m.withdrawn_at from channels.message m where m.withdrawn_at > ${since}
    union
    select 'inquiry', m.inquiry, m.at from channels.inquiry_message m where m.at > ${since}
    union
    select 'inquiry', i.id, i.asked_at from channels.inquiry i where i.asked_at > ${since}
    union
    select 'inquiry', s.inquiry, s.at from channels.inquiry_step s where s.at > ${since}
    union
    select 'support', s.support, s.at from channels.support_step s where s.at > ${since}
    limit 200`.execute(acting.db);
  return rows;
};
