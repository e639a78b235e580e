import { sql } from 'kysely';
import type { Bilingual } from '../../../../kernel/shapes.ts';
import { clockTime, dayOf } from '../../../../kernel/time.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { type CallReason, type Callable, callingOrder, type Doubt } from '../../commands/contacts/calling-order.ts';
import { freshnessOf, isFresh } from '../../rules.ts';
import { rosterRows, servingNow } from './duty.ts';

/** One number in the order in which to ring. What has ended has no number any more: somebody else may have it by now. */
export interface CallPoint {
  readonly id: string;
  readonly role: string;
  readonly label: string;
  readonly phone: string | null;
  readonly sms: string | null;
  readonly radio: string | null;
  readonly why: CallReason;
  /** Who the roster says is there now, and until when. */
  readonly called: string | null;
  readonly until: string | null;
  readonly doubts: readonly Doubt[];
}

/** Whom to ring at one body, first things first. */
export interface CallList {
  readonly body: { readonly id: string; readonly name: Bilingual };
  readonly points: readonly CallPoint[];
}

interface Row extends Callable {
  body: string;
  role: string;
  label: string;
  phone: string | null;
  sms: string | null;
  radio: string | null;
  verified_at: Date | null;
}

/** How long an ended point is still named, in days. */
const named = 90;

/** Whom one reaches by telephone now: offices from 08:00 to 19:00, night desks otherwise. */
export const dutyHours = (now: Date): 'day' | 'night' =>
  clockTime(now) >= '08:00' && clockTime(now) < '19:00' ? 'day' : 'night';

/** Whom to ring at some bodies, as far as the acting seat may see their contact points: policies decide, nothing else. */
export const callLists = async (acting: Acting, bodies: readonly string[]): Promise<Map<string, CallList>> => {
  const all = [...new Set(bodies)];
  if (all.length === 0) return new Map();
  const today = dayOf(acting.now);
  const heads = await sql<{ id: string; name: Bilingual; due: Date | null; attested: boolean }>`
    select b.id, jsonb_build_object('ja', b.name_ja, 'en', b.name_en) as name, d.due,
           exists (select from parties.attestation a where a.body = b.id) as attested
      from parties.body b left join parties.attestation_due d on d.body = b.id
     where b.id = any (${all}::uuid[])`.execute(acting.db);
  const points = await sql<Row>`
    select c.id, c.body, c.role, c.label, c.hours, c.position, c.phone, c.sms, c.radio, c.verified_at,
           num_nonnulls(c.phone, c.sms, c.radio) > 0 as voice, c.valid_to is not null and c.valid_to <= ${today} as ended
      from parties.contact_point c
     where c.body = any (${all}::uuid[]) and c.valid_from <= ${today} and (c.valid_to is null or c.valid_to > ${today}::date - ${named}::int)
     order by c.body, c.position, c.id`.execute(acting.db);
  const { shifts, exceptions } = await rosterRows(acting, all);
  return new Map(
    heads.rows.map((head) => {
      const of = <T extends { body: string }>(rows: readonly T[]): T[] => rows.filter((it) => it.body === head.id);
      const now = servingNow(acting, of(shifts), of(exceptions));
      const left = new Set(of(shifts).flatMap((it) => (it.gone ? [it.contact.id] : [])));
      const late = head.due !== null && ['late', 'never'].includes(freshnessOf(head, acting.now));
      const order = callingOrder(of(points.rows), now?.contact.id ?? null, dutyHours(acting.now));
      return [
        head.id,
        {
          body: { id: head.id, name: head.name },
          points: order.map(({ point, why }) => ({
            id: point.id,
            role: point.role,
            label: point.label,
            phone: point.ended ? null : point.phone,
            sms: point.ended ? null : point.sms,
            radio: point.ended ? null : point.radio,
            why,
            called: why === 'on-duty' ? (now?.called ?? null) : null,
            until: why === 'on-duty' ? (now?.until ?? null) : null,
            doubts: point.ended
              ? ['ended']
              : [
                  ...(left.has(point.id) && why !== 'on-duty' ? (['left'] as const) : []),
                  ...(isFresh(point.verified_at, acting.now) ? [] : (['untried'] as const)),
                  ...(late ? (['attestation-late'] as const) : []),
                ],
          })),
        },
      ];
    }),
  );
};
