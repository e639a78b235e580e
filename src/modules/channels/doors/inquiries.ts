import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { handling } from '../../../kernel/marking.ts';
import { id, instant, line, page, paging, prose } from '../../../kernel/shapes.ts';

/** How one of those asked stands: silent, asked back, answered, or has nothing to say. */
export const partyStates = ['silent', 'question', 'answered', 'nothing'] as const;
export type PartyState = (typeof partyStates)[number];

/** What the reader may do now. */
export const inquiryActs = ['answer', 'reply', 'remind', 'close', 'put-on'] as const;
export type InquiryAct = (typeof inquiryActs)[number];

/** An inquiry in a list: `answered` and `asked` for who asked, `state` for who was asked. */
export const inquiryListed = z.object({
  id,
  subject: z.string(),
  handling,
  asker: z.string(),
  mine: z.boolean(),
  askedAt: instant,
  due: instant,
  closedAt: instant.nullable(),
  state: z.enum(partyStates).nullable(),
  figures: z.object({ asked: z.number().int(), answered: z.number().int() }).nullable(),
});
export type InquiryListed = z.infer<typeof inquiryListed>;

const message = z.object({
  id,
  kind: z.enum(['answer', 'nothing', 'question', 'reply']),
  by: z.string(),
  text: z.string(),
  at: instant,
  mine: z.boolean(),
});
export type InquiryMessage = z.infer<typeof message>;

/** An inquiry as one of the two sides sees it: who asked sees every thread, who was asked its own alone. */
export const inquiryShown = inquiryListed.extend({
  text: z.string(),
  onward: z.boolean(),
  /** For whom it was put on; the seat that put it on alone reads this. */
  origin: z.object({ id, subject: z.string() }).nullable(),
  threads: z.array(
    z.object({
      seat: id,
      name: z.string(),
      capacity: z.string(),
      state: z.enum(partyStates),
      remindedAt: instant.nullable(),
      messages: z.array(message),
    }),
  ),
  may: z.array(z.enum(inquiryActs)),
});
export type InquiryShown = z.infer<typeof inquiryShown>;

const params = z.object({ id });
const text = prose(10_000).refine((s) => s !== '', { params: { code: 'text-empty' } });
const done = z.object({ id, at: instant });

export const inquiryDoors = {
  listInquiries: endpoint({
    method: 'GET',
    path: '/api/inquiries',
    may: 'take-part',
    says: 'Inquiries that the acting seat made, or was asked, latest first.',
    query: paging.extend({ open: z.stringbool().optional() }),
    output: page(inquiryListed),
  }),
  addressees: endpoint({
    method: 'GET',
    path: '/api/inquiries/addressees',
    may: 'take-part',
    says: 'Whom the acting seat may ask, by the programme’s ways and as far as it knows them; `onward` says that the one asked may put it on to others without a name.',
    query: z.object({ q: z.string().max(100).optional(), capacity: z.string().max(60).optional() }),
    output: z.object({
      items: z.array(z.object({ seat: id, name: z.string(), capacity: z.string(), onward: z.boolean() })),
      capacities: z.array(z.string()),
      next: z.null(),
    }),
  }),
  askInquiry: endpoint({
    method: 'POST',
    path: '/api/inquiries',
    may: 'take-part',
    says: 'Asks chosen seats, each of which answers for itself and sees nothing of the others. `onward` wishes that the centre ask others without one’s name; `origin` is such a wish that is put on.',
    body: z.strictObject({
      seats: z.array(id).min(1).max(300),
      subject: line(160),
      text,
      handling,
      due: instant,
      onward: z.boolean().default(false),
      origin: id.optional(),
    }),
    output: done,
    status: 201,
    refusals: ['not-to-be-asked', 'times-not-in-order', 'origin-unknown', 'names-the-asker', 'mark-wider-than-source'],
  }),
  showInquiry: endpoint({
    method: 'GET',
    path: '/api/inquiries/:id',
    may: 'take-part',
    says: 'One inquiry: all threads for who asked, one’s own for who was asked.',
    params,
    output: inquiryShown,
    refusals: ['stronger-sign-in-needed'],
  }),
  sayInInquiry: endpoint({
    method: 'POST',
    path: '/api/inquiries/:id/messages',
    may: 'take-part',
    says: 'Answers, says that there is nothing to say, or asks back; who asked replies to one of those asked.',
    params,
    body: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['answer', 'nothing', 'question']), text }),
      z.strictObject({ kind: z.literal('reply'), text, to: id }),
    ]),
    output: done,
    status: 201,
    refusals: ['inquiry-closed'],
  }),
  remindInquiry: endpoint({
    method: 'POST',
    path: '/api/inquiries/:id/reminders',
    may: 'take-part',
    says: 'Reminds those who have not answered; at most once an hour.',
    params,
    body: z.strictObject({}).optional(),
    output: z.object({ reminded: z.number().int(), at: instant }),
    status: 201,
    refusals: ['inquiry-closed', 'reminded-just-now', 'nobody-silent'],
  }),
  closeInquiry: endpoint({
    method: 'POST',
    path: '/api/inquiries/:id/closing',
    may: 'take-part',
    says: 'Closes an inquiry of one’s own: nothing more is said in it.',
    params,
    body: z.strictObject({}).optional(),
    output: done,
    status: 201,
    refusals: ['inquiry-closed'],
  }),
} as const;

/** Facts of inquiries. Their subject is the inquiry; they are open to who did it alone. */
export const inquiryFacts = [
  'inquiry.asked',
  'inquiry.put-on',
  'inquiry.answered',
  'inquiry.replied',
  'inquiry.reminded',
  'inquiry.closed',
] as const;
