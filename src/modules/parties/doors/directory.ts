import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { bilingual, id, instant, line, page, paging } from '../../../kernel/shapes.ts';

const one = z.object({ id });
const nothing = z.strictObject({}).optional();

/** A body as far as the reader may know it. */
export const bodyView = z.object({
  id,
  key: z.string().nullable(),
  kind: z.string(),
  name: bilingual,
  kana: z.string(),
  alias: z.array(z.string()),
  domains: z.array(z.string()),
  place: z.string().nullable(),
  open: z.boolean(),
  fictitious: z.boolean(),
  sectors: z.array(z.string()),
  ceptoars: z.array(z.string()),
  seats: z.array(z.object({ id, capacity: z.string() })),
});
export type BodyView = z.infer<typeof bodyView>;

/** A circle of bodies. `members` is null where the reader may not know how many there are. */
export const circleView = z.object({
  id,
  key: z.string(),
  kind: z.enum(['sector', 'ceptoar', 'standing', 'hub']),
  name: bilingual,
  sector: z.string().nullable(),
  members: z.number().int().nullable(),
  /** The acting seat is its secretariat, or the hub whose circle it is. */
  mine: z.boolean(),
});
export type CircleView = z.infer<typeof circleView>;

/** What a contact point is there for. */
export const contactRoles = ['duty', 'incident', 'technical', 'executive', 'general'] as const;
export const contactHours = ['day', 'night', 'always'] as const;
export type ContactHours = (typeof contactHours)[number];

/** A telephone number as it is dialled. */
export const phone = z
  .string()
  .max(40)
  .regex(/^\+?[0-9][0-9 ()-]{3,}(?: ?(?:ext\.?|内線) ?\d{1,6})?$/u);
const contactFields = {
  role: z.enum(contactRoles),
  label: line(80),
  hours: z.enum(contactHours),
  position: z.number().int().min(1).max(99),
  phone: phone.nullable(),
  email: z.email().max(200).nullable(),
  fax: phone.nullable(),
  /** A number that takes short messages; it is noted for people, nothing is sent to it. */
  sms: phone.nullable(),
  /** A satellite telephone, a call sign, a channel: whatever works when the networks do not. */
  radio: line(80).nullable(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/u))
    .min(1)
    .max(8),
  /** First day, and the first day on which it no longer stands; null is until it is ended. */
  from: z.iso.date(),
  until: z.iso.date().nullable(),
};

/** Where a body is reached, in which order, and since when that is known to be right. */
export const contactView = z.object({
  id,
  body: z.object({ id, name: bilingual }),
  role: z.enum(contactRoles),
  label: z.string(),
  hours: z.enum(contactHours),
  position: z.number().int(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  fax: z.string().nullable(),
  sms: z.string().nullable(),
  radio: z.string().nullable(),
  languages: z.array(z.string()),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  verifiedAt: instant.nullable(),
  fresh: z.boolean(),
  changedAt: instant,
  mine: z.boolean(),
});
export type ContactView = z.infer<typeof contactView>;

export const directoryDoors = {
  listBodies: endpoint({
    method: 'GET',
    path: '/api/bodies',
    may: 'signed-in',
    says: 'The bodies that the reader may know: public ones, one’s own, those below one’s seat.',
    query: paging.extend({
      q: z.string().max(100).optional(),
      kind: z.string().max(40).optional(),
      sector: z.string().max(60).optional(),
    }),
    output: page(bodyView),
  }),
  showBody: endpoint({
    method: 'GET',
    path: '/api/bodies/:id',
    may: 'signed-in',
    says: 'One body as far as the reader may know it.',
    params: one,
    output: bodyView,
  }),
  listCircles: endpoint({
    method: 'GET',
    path: '/api/circles',
    may: 'signed-in',
    says: 'Circles of bodies, with the number of members for those who may know it.',
    output: z.object({ items: z.array(circleView), next: z.null() }),
  }),
  listRoles: endpoint({
    method: 'GET',
    path: '/api/roles',
    may: 'signed-in',
    says: 'What capacities and roles there are, and what they are called.',
    output: z.object({
      items: z.array(
        z.object({
          capacity: z.string(),
          role: z.string(),
          title: z.object({ capacity: bilingual, short: bilingual, role: bilingual }),
        }),
      ),
      next: z.null(),
    }),
  }),
  listContacts: endpoint({
    method: 'GET',
    path: '/api/contacts',
    may: 'signed-in',
    says: 'Contact points: one’s own, those of the bodies below one’s seat, the desks of public bodies; each in calling order.',
    query: paging.extend({
      of: z.enum(['mine', 'below', 'desks']).optional(),
      body: id.optional(),
      q: z.string().max(100).optional(),
    }),
    output: page(contactView),
  }),
  addContact: endpoint({
    method: 'POST',
    path: '/api/contacts',
    may: 'keep-contacts',
    says: 'Adds a contact point of the acting body.',
    body: z.strictObject({
      ...contactFields,
      phone: contactFields.phone.default(null),
      email: contactFields.email.default(null),
      fax: contactFields.fax.default(null),
      sms: contactFields.sms.default(null),
      radio: contactFields.radio.default(null),
      languages: contactFields.languages.default(['ja']),
      from: contactFields.from.optional(),
      until: contactFields.until.default(null),
    }),
    output: contactView,
    status: 201,
    refusals: ['contact-unreachable', 'too-many-contacts', 'impossible-date'],
  }),
  changeContact: endpoint({
    method: 'PATCH',
    path: '/api/contacts/:id',
    may: 'keep-contacts',
    says: 'Changes a contact point of the acting body; another number or address has to be verified anew.',
    params: one,
    body: z.strictObject(contactFields).partial(),
    output: contactView,
    refusals: ['contact-unreachable', 'impossible-date'],
  }),
  endContact: endpoint({
    method: 'DELETE',
    path: '/api/contacts/:id',
    may: 'keep-contacts',
    says: 'Ends a contact point; what was written about it stays.',
    params: one,
    body: nothing,
    output: z.null(),
    status: 204,
  }),
  verifyContact: endpoint({
    method: 'POST',
    path: '/api/contacts/:id/verification',
    may: 'keep-contacts',
    says: 'Says that the contact point was tried and is right.',
    params: one,
    body: nothing,
    output: z.object({ id, verifiedAt: instant }),
  }),
} as const;
