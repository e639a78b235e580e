import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { powers } from '../../../kernel/power.ts';
import { bilingual, id, instant, line } from '../../../kernel/shapes.ts';
import { assertion, ceremony, email } from './ceremony.ts';

/** A seat as its holder sees it: the body, the capacity in which it sits, and what both are called. */
export const seatView = z.object({
  id,
  body: z.object({ id, key: z.string().nullable(), name: bilingual }),
  capacity: z.string(),
  role: z.string(),
  title: z.object({ capacity: bilingual, short: bilingual, role: bilingual }),
});
export type SeatView = z.infer<typeof seatView>;

/** Who is acting, where, and what else they could act as. */
export const sessionView = z.object({
  person: z.object({ id, name: bilingual, email: z.string(), locale: z.enum(['ja', 'en']) }),
  seat: seatView,
  seats: z.array(seatView),
  realm: id,
  /** The realms that the seat may enter, and the one it is in. `halted`: nothing may be done in it any more, and why. */
  realms: z.array(
    z.object({
      id,
      kind: z.enum(['live', 'drill', 'exercise']),
      name: bilingual,
      halted: z.enum(['paused', 'closed', 'left']).nullable(),
    }),
  ),
  powers: z.array(z.enum(powers)),
  locale: z.enum(['ja', 'en']),
  /** A recovery of the person's own account that stands (`at`: opened), or was used within the last week; it cannot be dismissed. */
  recovery: z.object({ id, used: z.boolean(), at: instant }).nullable(),
  signIn: z.object({ id, kind: z.enum(['session', 'key']), strong: z.boolean(), readsOnly: z.boolean() }),
});
export type SessionView = z.infer<typeof sessionView>;

/** What a sign-in answers: nothing but that it worked and into which seat. */
export const signedIn = z.object({ seat: id, until: instant });

const nothing = z.strictObject({}).optional();

export const sessionDoors = {
  showSession: endpoint({
    method: 'GET',
    path: '/api/session',
    may: 'signed-in',
    says: 'Who is acting: person, seat, the person’s other seats, realms and powers.',
    output: sessionView,
  }),
  signInByPassword: endpoint({
    method: 'POST',
    path: '/api/session/password',
    may: 'anyone',
    says: 'Signs in with a password and a one-time code together; either alone opens nothing. What is marked TLP:RED stays closed.',
    body: z.strictObject({ email, password: z.string().min(1).max(200), code: z.string().regex(/^\d{6}$/u) }),
    output: signedIn,
    status: 201,
    refusals: ['sign-in-failed', 'too-many-attempts'],
  }),
  offerPasskey: endpoint({
    method: 'POST',
    path: '/api/session/passkey/options',
    may: 'anyone',
    says: 'A challenge for signing in with a passkey; it is answered once within five minutes and names nobody.',
    body: nothing,
    output: ceremony,
    status: 201,
    refusals: ['too-many-attempts'],
  }),
  signInByPasskey: endpoint({
    method: 'POST',
    path: '/api/session/passkey',
    may: 'anyone',
    says: 'Signs in with a passkey that verified its user.',
    body: z.strictObject({ response: assertion }),
    output: signedIn,
    status: 201,
    refusals: ['sign-in-failed', 'too-many-attempts'],
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/session',
    may: 'signed-in',
    says: 'Ends the acting session.',
    body: nothing,
    output: z.null(),
    status: 204,
    refusals: ['session-needed'],
  }),
  switchSeat: endpoint({
    method: 'POST',
    path: '/api/session/seat',
    may: 'signed-in',
    says: 'Goes on in another seat of the same person, under a new secret.',
    body: z.strictObject({ seat: id }),
    output: z.object({ seat: id }),
    refusals: ['session-needed'],
  }),
  listSessions: endpoint({
    method: 'GET',
    path: '/api/sessions',
    may: 'signed-in',
    says: 'The person’s open sessions, latest first.',
    output: z.object({
      items: z.array(
        z.object({
          id,
          label: z.string().nullable(),
          seat: id,
          strong: z.boolean(),
          createdAt: instant,
          until: instant,
          current: z.boolean(),
        }),
      ),
      next: z.null(),
    }),
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/api/sessions/:id',
    may: 'signed-in',
    says: 'Ends one of the person’s sessions.',
    params: z.object({ id }),
    body: nothing,
    output: z.null(),
    status: 204,
    refusals: ['session-needed'],
  }),
  changeMe: endpoint({
    method: 'PATCH',
    path: '/api/me',
    may: 'signed-in',
    says: 'Changes the person’s own language and the reading of the name.',
    body: z.strictObject({ locale: z.enum(['ja', 'en']).optional(), kana: line(80).optional() }),
    output: z.object({ locale: z.enum(['ja', 'en']) }),
  }),
  dutyDesks: endpoint({
    method: 'GET',
    path: '/api/desks',
    may: 'anyone',
    says: 'Telephones of the public desks on duty, for whoever cannot get in.',
    output: z.object({
      items: z.array(
        z.object({ body: bilingual, label: z.string(), hours: z.enum(['day', 'night', 'always']), phone: z.string() }),
      ),
      next: z.null(),
    }),
  }),
} as const;
