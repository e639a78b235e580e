import { html } from 'hono/html';
import { channelsDoors } from '../../modules/channels/contract.ts';
import { circulationDoors, type InboxItem } from '../../modules/circulation/contract.ts';
import { type AskingListed, exchangeDoors, type ReportListed } from '../../modules/exchange/contract.ts';
import { chip, type Piece, signedInPage } from '../frame.ts';
import { read } from '../knock.ts';
import type { Hand } from '../serve.ts';

interface Row {
  readonly href: string;
  readonly verb: string;
  readonly about: string;
  readonly due: string | null;
  readonly at: string;
  readonly mark: InboxItem['subject']['handling'] | null;
}

/** What waits for the acting seat, the nearest deadline first. */
export const waitingPage = async (hand: Hand): Promise<Piece> => {
  const inbox = await read(hand, circulationDoors.inbox, { query: { open: 'true', limit: '100' } });
  const reports = await read(hand, exchangeDoors.listReports, { query: { waiting: 'true', limit: '100' } });
  const askings = await read(hand, exchangeDoors.listAskings, { query: { open: 'true', limit: '50' } });
  const { voice, link } = hand.reader;
  const { t } = voice;
  const rows = [
    ...askings.items.filter((it) => it.mine).map((it) => askingRow(hand, it)),
    ...inbox.items.filter((it) => it.kind === 'provision').map((it) => provisionRow(hand, it)),
    ...reports.items.map((it) => reportRow(hand, it)),
    ...(await talkRows(hand)),
  ].toSorted(byDue);
  const content = html`
    ${
      rows.length === 0
        ? html`<p class="empty">${t('plain.nothing')}</p>`
        : html`<ul class="rows">${rows.map(
            (it) => html`
      <li class="${it.due !== null && new Date(it.due) <= hand.acting.now ? 'late' : ''}">
        <a href="${it.href}"><b>${it.verb}</b> ${it.about}</a>
        <span class="facts">${it.mark === null ? '' : chip(it.mark)} ${it.due === null ? t('plain.no-deadline') : voice.left(it.due)}</span>
      </li>`,
          )}</ul>`
    }
    ${
      hand.acting.may('take-part')
        ? html`<p><a href="${link('/plain/inquiries')}">${t('channels.inquiries')}</a>　<a href="${link('/plain/supports')}">${t('channels.supports')}</a></p>`
        : ''
    }
    <h2>${t('plain.read')}</h2>
    ${await lately(hand)}`;
  return signedInPage(hand.look, hand.reader, { title: t('plain.waiting'), content, here: link('/plain') });
};

const byDue = (a: Row, b: Row): number => (a.due ?? '9999').localeCompare(b.due ?? '9999') || b.at.localeCompare(a.at);

const provisionRow = (
  {
    reader: {
      voice: { t },
      link,
    },
  }: Hand,
  it: InboxItem,
): Row => {
  const relay = it.mustRelay && it.relayedAt === null;
  return {
    href: link(`/plain/provisions/${it.subject.id}`),
    verb: t(relay ? 'plain.do.relay' : 'plain.do.acknowledge'),
    about: t('plain.about', { title: it.subject.title, reference: it.subject.reference }),
    due: relay ? (it.relayDue ?? it.due) : it.due,
    at: it.sentAt,
    mark: it.subject.handling,
  };
};

const reportRow = (
  {
    reader: {
      voice: { t },
      link,
    },
  }: Hand,
  it: ReportListed,
): Row => ({
  href: link(`/plain/reports/${it.id}`),
  verb: t(`plain.do.${it.waiting === 'relay' ? 'forward' : (it.waiting ?? 'read')}`),
  about: t('plain.about', { title: it.headline, reference: it.reference }),
  due: it.due,
  at: it.submittedAt,
  mark: it.handling,
});

// What was asked of this seat and not answered, and supports in which it is its turn.
const talkRows = async (hand: Hand): Promise<Row[]> => {
  if (!hand.acting.may('take-part')) return [];
  const {
    voice: { t },
    link,
  } = hand.reader;
  const inquiries = await read(hand, channelsDoors.listInquiries, { query: { open: 'true', limit: '50' } });
  const supports = await read(hand, channelsDoors.listSupports, { query: { limit: '50' } });
  return [
    ...inquiries.items
      .filter((it) => !it.mine)
      .map((it) => ({
        href: link(`/plain/inquiries/${it.id}`),
        verb: t('plain.do.reply'),
        about: `${it.subject} ${it.asker}`,
        due: it.due,
        at: it.askedAt,
        mark: it.handling,
      })),
    ...supports.items
      .filter((it) => it.mine)
      .map((it) => ({
        href: link(`/plain/supports/${it.id}`),
        verb: t('plain.do.step'),
        about: it.subject,
        due: null,
        at: it.begunAt,
        mark: null,
      })),
  ];
};

const askingRow = (
  {
    reader: {
      voice: { t },
      link,
    },
  }: Hand,
  it: AskingListed,
): Row => ({
  href: link(`/plain/source-approvals/${it.id}`),
  verb: t('plain.do.confirm'),
  about: t('plain.about', { title: it.title, reference: it.report.reference }),
  due: it.due,
  at: it.askedAt,
  mark: it.handling,
});

// What came lately and needs nothing any more, so that it can still be read on a bad line.
const lately = async (hand: Hand): Promise<Piece> => {
  const {
    voice: { t, moment },
    link,
  } = hand.reader;
  const came = await read(hand, circulationDoors.inbox, { query: { limit: '30', kind: 'provision' } });
  const done = came.items
    .filter((it) => it.acknowledgedAt !== null && (!it.mustRelay || it.relayedAt !== null))
    .slice(0, 10);
  if (done.length === 0) return html`<p class="empty">${t('plain.read.none')}</p>`;
  return html`<ul class="rows">${done.map(
    (it) => html`
    <li><a href="${link(`/plain/provisions/${it.subject.id}`)}">${t('plain.about', { title: it.subject.title, reference: it.subject.reference })}</a>
      <span class="facts">${chip(it.subject.handling)} ${it.state === null ? '' : t(`circulation.state.${it.state}`)} ${moment(it.acknowledgedAt)}</span></li>`,
  )}</ul>`;
};
