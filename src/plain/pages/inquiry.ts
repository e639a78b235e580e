import type { Context } from 'hono';
import { html } from 'hono/html';
import type { CallOf } from '../../kernel/endpoint.ts';
import { channelsDoors, type InquiryShown } from '../../modules/channels/contract.ts';
import { act, type Refused, refusedBy } from '../act.ts';
import { sentForm } from '../form.ts';
import { chip, note, type Piece, signedInPage } from '../frame.ts';
import { read } from '../knock.ts';
import type { Answer, Hand, Plain } from '../serve.ts';

/** Inquiries that one made or was asked, latest first. */
export const inquiriesPage = async (hand: Hand): Promise<Piece> => {
  const { items } = await read(hand, channelsDoors.listInquiries, { query: { limit: '50' } });
  const {
    voice: { t, left, moment },
    link,
  } = hand.reader;
  const content =
    items.length === 0
      ? html`<p class="empty">${t('channels.inquiries.none')}</p>`
      : html`<ul class="rows">${items.map(
          (it) => html`
      <li><a href="${link(`/plain/inquiries/${it.id}`)}"><b>${it.subject}</b> ${it.mine ? t('channels.inquiries.mine') : it.asker}</a>
        <span class="facts">${chip(it.handling)} ${
          it.figures === null
            ? t(`channels.inquiries.state.${it.state ?? 'silent'}`)
            : t('channels.inquiries.figures', { n: it.figures.answered, all: it.figures.asked })
        } ${it.closedAt === null ? left(it.due) : moment(it.closedAt)}</span></li>`,
        )}</ul>`;
  return signedInPage(hand.look, hand.reader, {
    title: t('channels.inquiries'),
    content,
    here: link('/plain/inquiries'),
  });
};

/** One inquiry: the question and the threads that the reader's side may see, with what one may say in them. */
export const inquiryPage = async (hand: Hand, id: string, said: string, refused?: Refused): Promise<Piece> => {
  const it = await read(hand, channelsDoors.showInquiry, { params: { id } });
  const { voice, link } = hand.reader;
  const { t, moment } = voice;
  const content = html`
    ${refused?.words ?? ''}
    ${said === 'said' ? note('done', t('plain.said.said')) : ''}
    <dl>
      <dt>${t('channels.inquiries.asker')}</dt><dd>${it.asker} ${moment(it.askedAt)}</dd>
      <dt>${t('channels.inquiries.due')}</dt><dd>${it.closedAt === null ? voice.left(it.due) : t('channels.inquiries.closed')}</dd>
    </dl>
    <div class="text">${it.text}</div>
    ${it.threads.map((thread) => threadOf(hand, it, thread, refused))}
    ${it.may.includes('answer') ? answerForm(hand, it, refused) : unsaid(hand, refused)}
    ${it.may.includes('put-on') ? html`<p><a href="/inquiries/new?origin=${id}">${t('channels.inquiries.put-on')}</a></p>` : ''}
    ${(['remind', 'close'] as const)
      .filter((deed) => it.may.includes(deed))
      .map(
        (deed) => html`<form method="post" action="${link(`/plain/inquiries/${id}/${deed}`)}" class="line">
      <input type="hidden" name="key" value="${hand.reader.key}${deed}"><button>${t(`plain.inquiry.${deed}`)}</button></form>`,
      )}
    <p>${t(it.mine ? 'channels.inquiries.apart' : 'channels.inquiries.alone')}</p>`;
  return signedInPage(hand.look, hand.reader, {
    title: it.subject,
    mark: it.handling,
    content,
    here: link(`/plain/inquiries/${id}`),
  });
};

// Closed meanwhile: what was written is not lost with its form.
const unsaid = ({ reader }: Hand, refused?: Refused): Piece =>
  refused === undefined || refused.field('text') === ''
    ? html``
    : html`<h2>${reader.voice.t('plain.unsaid')}</h2><div class="text">${refused.field('text')}</div>`;

type Thread = InquiryShown['threads'][number];

const threadOf = (
  {
    reader: {
      voice: { t, moment },
      link,
      key,
    },
  }: Hand,
  it: InquiryShown,
  thread: Thread,
  refused?: Refused,
): Piece => html`
    <h2>${it.mine ? thread.name : t('channels.inquiries.own')} ${t(`channels.inquiries.state.${thread.state}`)}</h2>
    ${thread.messages.map(
      (one) => html`<div class="text"><b>${one.by}</b> ${t(`channels.inquiries.kind.${one.kind}`)} ${moment(one.at)}
${one.text}</div>`,
    )}
    ${
      it.may.includes('reply')
        ? html`<details ${refused?.field('to') === thread.seat ? 'open' : ''}><summary>${t('channels.inquiries.reply')}</summary>
    <form method="post" action="${link(`/plain/inquiries/${it.id}/messages`)}" class="box">
      <input type="hidden" name="kind" value="reply"><input type="hidden" name="to" value="${thread.seat}">
      <input type="hidden" name="key" value="${key}${thread.seat}">
      <label for="text-${thread.seat}">${t('channels.inquiries.reply')}</label>
      <textarea id="text-${thread.seat}" name="text" rows="3" required maxlength="10000">${refused?.field('to') === thread.seat ? refused.field('text') : ''}</textarea>
      <button class="go">${t('channels.inquiries.say')}</button>
    </form></details>`
        : ''
    }`;

const answerForm = (
  {
    reader: {
      voice: { t },
      link,
      key,
    },
  }: Hand,
  it: InquiryShown,
  refused?: Refused,
): Piece => {
  const chosen = refused?.field('kind') ?? 'answer';
  return html`
    <form method="post" action="${link(`/plain/inquiries/${it.id}/messages`)}" class="box">
      <h2>${t('plain.do.reply')}</h2>
      <fieldset>
        <legend>${t('channels.inquiries.kind')}</legend>
        ${(['answer', 'nothing', 'question'] as const).map(
          (kind) =>
            html`<label class="choice"><input type="radio" name="kind" value="${kind}" required ${kind === chosen ? 'checked' : ''}> <span>${t(`channels.inquiries.kind.${kind}`)}</span></label>`,
        )}
      </fieldset>
      <label for="text">${t('channels.inquiries.write')}</label>
      <textarea id="text" name="text" rows="5" required maxlength="10000">${refused?.field('text') ?? ''}</textarea>
      <p>${t('channels.inquiries.read-by', { who: it.asker })}</p>
      <input type="hidden" name="key" value="${key}">
      <button class="go">${t('channels.inquiries.say')}</button>
    </form>`;
};

/** Says something in an inquiry: an answer, a question back, or the asker's reply. */
export const sayInInquiry = async (plain: Plain, c: Context, id: string): Promise<Answer> => {
  const form = await sentForm(c, plain.serving.publicOrigin);
  const [kind, text] = [form.field('kind'), form.field('text')];
  const body = (kind === 'reply' ? { kind, text, to: form.field('to') } : { kind, text }) as NonNullable<
    CallOf<typeof channelsDoors.sayInInquiry>['body']
  >;
  return act(plain, c, form, {
    door: channelsDoors.sayInInquiry,
    input: { params: { id }, body },
    to: `/plain/inquiries/${encodeURIComponent(id)}?said=said`,
    again: (hand, words) => inquiryPage(hand, id, '', refusedBy(form, words)),
  });
};

/** Reminds the silent of an inquiry of one's own, or closes it. */
export const moveInquiry = async (plain: Plain, c: Context, id: string, deed: 'remind' | 'close'): Promise<Answer> => {
  const form = await sentForm(c, plain.serving.publicOrigin);
  const to = {
    input: { params: { id }, body: {} },
    to: `/plain/inquiries/${encodeURIComponent(id)}`,
    again: (hand: Hand, words: Piece) => inquiryPage(hand, id, '', refusedBy(form, words)),
  };
  return deed === 'remind'
    ? act(plain, c, form, { door: channelsDoors.remindInquiry, ...to })
    : act(plain, c, form, { door: channelsDoors.closeInquiry, ...to });
};
