import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { handling, strictness } from '../../kernel/marking.ts';
import { bilingual, id, instant, page, paging } from '../../kernel/shapes.ts';
import { itemKinds } from '../circulation/contract.ts';
import { deviceDoors } from './mail/doors.ts';
import { keyDoors } from './mail/keys.ts';

export { type DeviceView } from './mail/doors.ts';
export { type KeysView, type MailCertificateView, type MailKeyView } from './mail/keys.ts';

/** Why somebody is told. */
export const reasons = [
  'waits',
  'reminder',
  'overdue',
  'call',
  'inquiry',
  'answer',
  'support',
  'source-asked',
  'source-answered',
  'source-waived',
  'feedback',
  'offering',
  'contacts',
  'succession',
  'break-glass',
  'duty-near',
  'duty-missed',
  'situation-report-near',
  'drill-invited',
  'drill-opened',
  'drill-paused',
  'drill-real',
  'drill-resumed',
  'drill-closed',
  'drill-called-off',
  'key-expires',
  'address-fails',
] as const;
export type Why = (typeof reasons)[number];

/** When mail goes out: each notice by itself, or gathered. */
export const cadences = ['each', 'hourly', 'daily', 'none'] as const;
export type Cadence = (typeof cadences)[number];

/** What a notice can be about, where nothing circulates. */
export const things = [
  'inquiry',
  'support',
  'succession',
  'source-approval',
  'offering',
  'break-glass',
  'obligation',
  'situation',
  'drill',
] as const;
export type Thing = (typeof things)[number];

/** A notice as its person sees it. `subject` is null where nothing circulates, or what did is no longer shown. */
export const noticeView = z.object({
  id,
  why: z.enum(reasons),
  urgent: z.boolean(),
  /** It speaks of something rehearsed, although it is read in the live realm. */
  rehearsal: z.enum(['drill', 'exercise']).nullable(),
  at: instant,
  readAt: instant.nullable(),
  subject: z.object({ id, kind: z.enum(itemKinds), title: z.string(), handling, reference: z.string() }).nullable(),
  person: bilingual.nullable(),
  /** What it is about, where nothing circulates. */
  thing: z.object({ kind: z.enum(things), id }).nullable(),
});
export type NoticeView = z.infer<typeof noticeView>;

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);

/** What a person wants to hear in the acting seat, and when. A list that is null means all. */
export const settingShape = z.strictObject({
  mail: z.enum(cadences),
  digestAt: time,
  onlyUrgent: z.boolean(),
  kinds: z.array(z.enum(itemKinds)).min(1).max(itemKinds.length).nullable(),
  sectors: z.array(z.string().max(60)).min(1).max(60).nullable(),
  marks: z.array(z.enum(strictness)).min(1).max(strictness.length).nullable(),
  quiet: z.strictObject({ from: time, to: time }).nullable(),
});
export type Setting = z.infer<typeof settingShape>;

/** What a notice is about where nothing circulates, by why it was written. */
export const thingOf: Readonly<Partial<Record<Why, Thing>>> = {
  inquiry: 'inquiry',
  answer: 'inquiry',
  support: 'support',
  succession: 'succession',
  'source-asked': 'source-approval',
  'source-waived': 'source-approval',
  'break-glass': 'break-glass',
  'duty-near': 'obligation',
  'duty-missed': 'obligation',
  'situation-report-near': 'situation',
  'drill-invited': 'drill',
  'drill-opened': 'drill',
  'drill-paused': 'drill',
  'drill-real': 'drill',
  'drill-resumed': 'drill',
  'drill-closed': 'drill',
  'drill-called-off': 'drill',
  offering: 'offering',
};

export const noticesDoors = {
  ...deviceDoors,
  ...keyDoors,
  unreadNotices: endpoint({
    method: 'GET',
    path: '/api/notices/unread',
    may: 'signed-in',
    says: 'How many notices of the acting person, seat and realm nobody in the seat has looked at; 99 stands for more.',
    output: z.object({ count: z.number().int() }),
  }),
  listNotices: endpoint({
    method: 'GET',
    path: '/api/notices',
    may: 'signed-in',
    says: 'The notices of the acting person in this seat and realm, newest first.',
    query: paging.extend({ unread: z.stringbool().optional() }),
    output: page(noticeView),
  }),
  settleNotices: endpoint({
    method: 'POST',
    path: '/api/notices/readings',
    may: 'signed-in',
    says: 'Marks notices of one’s own as read: those named, or all up to an instant.',
    body: z.union([z.strictObject({ notices: z.array(id).min(1).max(300) }), z.strictObject({ until: instant })]),
    output: z.object({ settled: z.number().int() }),
  }),
  showSetting: endpoint({
    method: 'GET',
    path: '/api/notices/setting',
    may: 'signed-in',
    says: 'By which ways, when and about what the acting person is told in this seat.',
    output: z.object({
      ...settingShape.shape,
      address: z.string(),
      fails: z.object({ since: instant, code: z.string(), stopped: z.boolean() }).nullable(),
    }),
  }),
  changeSetting: endpoint({
    method: 'PUT',
    path: '/api/notices/setting',
    may: 'signed-in',
    says: 'Sets by which ways, when and about what the acting person is told in this seat.',
    body: settingShape,
    output: settingShape,
    refusals: ['quiet-all-day', 'sector-unknown'],
  }),
  writeAgain: endpoint({
    method: 'POST',
    path: '/api/notices/address/retrial',
    may: 'signed-in',
    says: 'Asks to be written to again at one’s address, after mail to it came back.',
    body: z.strictObject({}).optional(),
    output: z.object({}),
  }),
} as const;

/** Facts of this room. Their subject is the person. */
export const noticesFacts = [
  'notice-setting.changed',
  'mail-key.added',
  'mail-key.removed',
  'mail-certificate.added',
  'mail-certificate.removed',
  'mail-address.retried',
  'push-device.added',
  'push-device.removed',
] as const;
