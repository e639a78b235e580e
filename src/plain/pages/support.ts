import type { Context } from 'hono';
import { html } from 'hono/html';
import { channelsDoors, type SupportShown } from '../../modules/channels/contract.ts';
import { act, type Refused, refusedBy } from '../act.ts';
import { sentForm } from '../form.ts';
import { note, type Piece, signedInPage } from '../frame.ts';
import { read } from '../knock.ts';
import type { Answer, Hand, Plain } from '../serve.ts';

/** Supports in which one helps or is helped, latest first. */
export const supportsPage = async (hand: Hand): Promise<Piece> => {
  const { items } = await read(hand, channelsDoors.listSupports, { query: { limit: '50' } });
  const {
    voice: { t, both, moment },
    link,
  } = hand.reader;
  const content =
    items.length === 0
      ? html`<p class="empty">${t('channels.supports.none')}</p>`
      : html`<ul class="rows">${items.map(
          (it) => html`
      <li><a href="${link(`/plain/supports/${it.id}`)}"><b>${it.subject}</b> ${t('channels.supports.who-whom', { helper: it.helper, helped: it.helped })}</a>
        <span class="facts">${both(it.kind)} ${t(`channels.supports.state.${it.state}`)} ${moment(it.begunAt)}</span></li>`,
        )}</ul>`;
  return signedInPage(hand.look, hand.reader, {
    title: t('channels.supports'),
    content,
    here: link('/plain/supports'),
  });
};

/** One support with what was done, and what the reader can do now. */
export const supportPage = async (hand: Hand, id: string, said: string, refused?: Refused): Promise<Piece> => {
  const it = await read(hand, channelsDoors.showSupport, { params: { id } });
  const {
    voice: { t, both, moment },
    link,
  } = hand.reader;
  const content = html`
    ${refused?.words ?? ''}
    ${said === 'said' ? note('done', t('plain.said.said')) : ''}
    <dl>
      <dt>${both(it.kind)}</dt><dd>${t('channels.supports.who-whom', { helper: it.helper, helped: it.helped })}</dd>
      <dt>${t('channels.supports.state')}</dt><dd>${t(`channels.supports.state.${it.state}`)}</dd>
    </dl>
    <div class="text">${it.text}</div>
    <h2>${t('channels.supports.steps')}</h2>
    ${it.steps.map(
      (step) =>
        html`<div class="text"><b>${t(`channels.supports.state.${step.step}`)}</b> ${step.by} ${moment(step.at)}${
          step.note === null ? '' : `\n${step.note}`
        }</div>`,
    )}
    ${it.may.length === 0 ? '' : actsOf(hand, it, refused)}
    <p>${t('channels.supports.only')}</p>`;
  return signedInPage(hand.look, hand.reader, {
    title: it.subject,
    content,
    here: link(`/plain/supports/${id}`),
  });
};

// One form; its buttons say which act. Agreeing is to the outcome that stands on the page.
const actsOf = (
  {
    reader: {
      voice: { t },
      link,
      key,
    },
  }: Hand,
  it: SupportShown,
  refused?: Refused,
): Piece => {
  const outcome = it.steps.findLast((step) => step.step === 'outcome');
  const words = {
    accept: t('channels.supports.accept'),
    decline: t('channels.supports.decline'),
    work: t('channels.supports.work.do'),
    outcome: t('channels.supports.outcome.do'),
    agree: t('channels.supports.agree'),
  };
  return html`
    <form method="post" action="${link(`/plain/supports/${it.id}/steps`)}" class="box">
      <h2>${t('channels.supports.to-do')}</h2>
      <label for="note">${t('channels.supports.note')}</label>
      <textarea id="note" name="note" rows="4" maxlength="4000">${refused?.field('note') ?? ''}</textarea>
      <input type="hidden" name="key" value="${key}"><input type="hidden" name="outcome" value="${outcome?.id ?? ''}">
      ${it.may.map((deed) => html`<button ${deed === 'decline' ? '' : 'class="go"'} name="act" value="${deed}">${words[deed]}</button> `)}
    </form>`;
};

/** Takes the step that the pressed button names. */
export const stepInSupport = async (plain: Plain, c: Context, id: string): Promise<Answer> => {
  const form = await sentForm(c, plain.serving.publicOrigin);
  const text = form.field('note');
  const params = { id };
  const to = {
    to: `/plain/supports/${encodeURIComponent(id)}?said=said`,
    again: (hand: Hand, words: Piece) => supportPage(hand, id, '', refusedBy(form, words)),
  };
  switch (form.field('act')) {
    case 'accept':
      return act(plain, c, form, {
        door: channelsDoors.answerSupport,
        input: { params, body: { answer: 'accepted', ...(text.trim() === '' ? {} : { note: text }) } },
        ...to,
      });
    case 'work':
      return act(plain, c, form, { door: channelsDoors.workOnSupport, input: { params, body: { note: text } }, ...to });
    case 'outcome':
      return act(plain, c, form, {
        door: channelsDoors.proposeOutcome,
        input: { params, body: { note: text } },
        ...to,
      });
    case 'agree':
      return act(plain, c, form, {
        door: channelsDoors.agreeOutcome,
        input: { params, body: { outcome: form.field('outcome') } },
        ...to,
      });
    default:
      return act(plain, c, form, {
        door: channelsDoors.answerSupport,
        input: { params, body: { answer: 'declined', note: text } },
        ...to,
      });
  }
};
