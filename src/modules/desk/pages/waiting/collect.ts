import { type Handling, strictest } from '../../../../kernel/marking.ts';
import type { Power } from '../../../../kernel/power.ts';
import type { OutputOf } from '../../../../kernel/endpoint.ts';
import type { InquiryListed } from '../../../channels/contract.ts';
import type { AskingListed, ProvisionListed, ReportListed } from '../../../exchange/contract.ts';
import type { circulationDoors, InboxItem } from '../../../circulation/contract.ts';

/** What there is to do about something on the desk. Each has a verb, a button and a tab of its own. */
export const deeds = [
  'receive',
  'forward',
  'answer',
  'confirm',
  'approve',
  'send',
  'relay',
  'acknowledge',
  'chase',
  'reply',
  'fill',
  'read',
] as const;
export type Deed = (typeof deeds)[number];

/** One thing that waits, whatever door told of it. */
export interface DeskItem {
  readonly id: string;
  readonly deed: Deed;
  readonly due: Date | null;
  /** When it came or was last touched. */
  readonly at: Date;
  readonly href: string;
  readonly title: string;
  readonly reference: string;
  readonly mark: Handling;
  /** Who it comes from; null where the reader does not know, or it is the desk's own. */
  readonly from: string | null;
  /** Of a report: its sector, and who reported when the reader may know. */
  readonly report: {
    readonly sector: string;
    readonly source: string | null;
    readonly number: number;
    readonly changes: number | null;
  } | null;
}

/** What the doors answered. */
export interface Told {
  readonly inbox: readonly InboxItem[];
  readonly reports: readonly ReportListed[];
  readonly unsent: readonly ProvisionListed[];
  readonly sent: readonly ProvisionListed[];
  /** Inquiries that are open and not answered, one's own among them. */
  readonly inquiries: readonly InquiryListed[];
  /** Texts made from one's reports that wait for one's word before they go out. */
  readonly askings: readonly AskingListed[];
  readonly deadlines: OutputOf<typeof circulationDoors.waiting>['deadlines'];
  readonly powers: readonly Power[];
  readonly now: Date;
}

const HOUR = 3_600_000;
const MONTH = 30 * 24 * HOUR;

/** Everything that waits for the acting seat, the nearest deadline first, what has none at the end and the newest of that first. */
export const collect = (told: Told): DeskItem[] =>
  [
    ...reportsOf(told),
    ...copiesOf(told),
    ...provisionsOf(told),
    ...showcasesOf(told),
    ...surveysOf(told),
    ...ownOf(told),
    ...silentOf(told),
    ...inquiriesOf(told),
    ...askingsOf(told),
  ].toSorted(byDue);

const byDue = (a: DeskItem, b: DeskItem): number =>
  (a.due?.getTime() ?? Number.MAX_SAFE_INTEGER) - (b.due?.getTime() ?? Number.MAX_SAFE_INTEGER) ||
  b.at.getTime() - a.at.getTime() ||
  (a.id < b.id ? -1 : 1);

const date = (at: string | null): Date | null => (at === null ? null : new Date(at));

const deedOf = { relay: 'forward', answer: 'answer', triage: 'receive' } as const;

const reportsOf = ({ reports, inbox }: Told): DeskItem[] =>
  reports.flatMap((it) => {
    if (it.waiting === null) return [];
    const came = inbox.find((one) => one.kind === 'report' && one.subject.id === it.id);
    return [
      {
        id: `report:${it.id}`,
        deed: deedOf[it.waiting],
        due: date(it.due),
        at: new Date(came?.sentAt ?? it.submittedAt),
        href: `/reports/${it.id}`,
        title: it.headline,
        reference: it.reference,
        mark: it.handling,
        from: came?.from ?? null,
        report: { sector: it.sector, source: it.source, number: it.number, changes: it.changes },
      },
    ];
  });

// A copy for information: nothing is to be done but to read it and say so.
const copiesOf = ({ inbox, reports, powers }: Told): DeskItem[] => {
  if (powers.includes('triage-reports')) return [];
  const waiting = new Set(reports.filter((it) => it.waiting !== null).map((it) => it.id));
  const copies = inbox.filter(
    (it) => it.kind === 'report' && !it.mustRelay && it.acknowledgedAt === null && !waiting.has(it.subject.id),
  );
  return [...Map.groupBy(copies, (it) => it.subject.id).values()].flatMap(([latest]) =>
    latest === undefined ? [] : [fromInbox(latest, 'read', `/reports/${latest.subject.id}`)],
  );
};

// What other CEPTOARs do well, and situation reports: nobody has to answer by a time.
const showcasesOf = ({ inbox }: Told): DeskItem[] =>
  inbox
    .filter((it) => it.kind in forReading && it.acknowledgedAt === null)
    .map((it) => fromInbox(it, 'read', `/${forReading[it.kind] ?? ''}/${it.subject.id}`));

const forReading: Readonly<Record<string, string>> = { showcase: 'showcases', 'situation-report': 'situation-reports' };

// A survey is passed on by who stands between, and answered by those it asks until its time.
const surveysOf = ({ inbox, deadlines }: Told): DeskItem[] => [
  ...inbox
    .filter((it) => it.kind === 'survey' && it.mustRelay && it.relayedAt === null)
    .map((it) => fromInbox(it, 'relay', `/surveys/${it.subject.id}`)),
  ...deadlines
    .filter((it) => it.kind === 'answer')
    .map(
      ({ id, due, subject }): DeskItem => ({
        id: `answer:${id}`,
        deed: 'fill',
        due: new Date(due),
        at: new Date(inbox.find((one) => one.subject.id === subject.id)?.sentAt ?? due),
        href: `/surveys/${subject.id}/answer`,
        title: subject.title,
        reference: subject.reference,
        mark: subject.handling,
        from: inbox.find((one) => one.subject.id === subject.id)?.from ?? null,
        report: null,
      }),
    ),
];

const provisionsOf = ({ inbox }: Told): DeskItem[] =>
  inbox
    .filter((it) => it.kind === 'provision')
    .map((it) =>
      fromInbox(it, it.mustRelay && it.relayedAt === null ? 'relay' : 'acknowledge', `/provisions/${it.subject.id}`),
    );

const fromInbox = (it: InboxItem, deed: Deed, href: string): DeskItem => ({
  id: `receipt:${it.receipt}`,
  deed,
  due: deed === 'relay' ? date(it.relayDue ?? it.due) : date(it.due),
  at: new Date(it.sentAt),
  href,
  title: it.subject.title,
  reference: it.subject.reference,
  mark: it.subject.handling,
  from: it.from,
  report: null,
});

const ownOf = ({ unsent, powers }: Told): DeskItem[] =>
  unsent.flatMap((it) => {
    if (it.mayApprove) return [fromDesk(it, 'approve', `/provisions/${it.id}`, null)];
    // What waits for its sources is not to be sent yet; a notice tells when they have answered.
    if (it.state === 'approved' && !it.waitsForSources && powers.includes('draft-provisions'))
      return [fromDesk(it, 'send', `/provisions/${it.id}`, null)];
    return [];
  });

// What was asked of this seat and has not been answered.
const inquiriesOf = ({ inquiries }: Told): DeskItem[] =>
  inquiries
    .filter((it) => !it.mine)
    .map((it) => ({
      id: `inquiry:${it.id}`,
      deed: 'reply',
      due: new Date(it.due),
      at: new Date(it.askedAt),
      href: `/inquiries/${it.id}`,
      title: it.subject,
      reference: '',
      mark: it.handling,
      from: it.asker,
      report: null,
    }));

// Only the source itself is asked; the seat above finds it in its list.
const askingsOf = ({ askings }: Told): DeskItem[] =>
  askings
    .filter((it) => it.mine)
    .map((it) => ({
      id: `asking:${it.id}`,
      deed: 'confirm',
      due: new Date(it.due),
      at: new Date(it.askedAt),
      href: `/source-approvals/${it.id}`,
      title: it.title,
      reference: it.report.reference,
      mark: it.handling,
      from: null,
      report: null,
    }));

// Whom to phone: what was to be acknowledged and is not, from an hour before its time until a month after.
const silentOf = ({ deadlines, sent, now }: Told): DeskItem[] =>
  deadlines.flatMap((it) => {
    const due = new Date(it.due);
    const provision = sent.find((one) => one.id === it.subject.id);
    if (it.kind !== 'acknowledge' || provision === undefined || isComplete(provision)) return [];
    if (due.getTime() - now.getTime() > HOUR || now.getTime() - due.getTime() > MONTH) return [];
    return [fromDesk(provision, 'chase', `/provisions/${provision.id}/circulation`, due)];
  });

const fromDesk = (it: ProvisionListed, deed: Deed, href: string, due: Date | null): DeskItem => ({
  id: `${deed}:${it.id}`,
  deed,
  due,
  at: new Date(it.sentAt ?? it.updatedAt),
  href,
  title: it.title,
  reference: it.reference,
  mark: it.handling,
  from: null,
  report: null,
});

/** Whether everyone it was sent to has acknowledged. */
export const isComplete = (it: Pick<ProvisionListed, 'tiers'>): boolean =>
  it.tiers.length > 0 && it.tiers.every((tier) => tier.acknowledged >= tier.targeted);

/** How many things of each deed wait; only those of which there are any, in the order of `deeds`. */
export const countsOf = (items: readonly DeskItem[]): { deed: Deed; count: number }[] =>
  deeds.map((deed) => ({ deed, count: items.filter((it) => it.deed === deed).length })).filter((it) => it.count > 0);

/** The mark of a list made of these; null of none. */
export const markOf = (items: readonly DeskItem[]): Handling | null =>
  items.length === 0 ? null : strictest(items.map((it) => it.mark));
