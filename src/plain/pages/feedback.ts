import type { Context } from 'hono';
import { html } from 'hono/html';
import type { CallOf } from '../../kernel/endpoint.ts';
import { exchangeDoors } from '../../modules/exchange/contract.ts';
import { act, given, type Refused, refusedBy } from '../act.ts';
import { type Sent, sentForm } from '../form.ts';
import type { Piece } from '../frame.ts';
import { read } from '../knock.ts';
import type { Answer, Hand, Plain } from '../serve.ts';

/** What was told back on a provision, and the forms to tell something; nothing where there is neither. */
export const feedbackPart = async (hand: Hand, provision: string, was?: (name: string) => string): Promise<Piece> => {
  const list = await read(hand, exchangeDoors.listFeedback, { params: { id: provision }, query: { limit: '20' } });
  const {
    voice: { t, moment },
    link,
    key,
  } = hand.reader;
  if (!list.mayGive && list.items.length === 0) return html``;
  const kept = (name: string): string => was?.(name) ?? '';
  const told = list.items.map((it) => {
    const [last] = it.versions;
    const who = it.mine ? t('exchange.feedback.mine') : (it.body?.name ?? '');
    const said =
      last === undefined || last.act === 'withdrawn'
        ? t('exchange.feedback.withdrawn')
        : [last.indicator, last.quote, last.text].filter((s) => s !== null).join(' ');
    return html`<li>${t(`exchange.feedback.${it.kind}`)} ${who} ${last === undefined ? '' : moment(last.at)}<br>${said}</li>`;
  });
  const to = link(`/plain/provisions/${provision}/feedback`);
  return html`<h2>${t('exchange.feedback.title')}</h2>
    ${told.length === 0 ? '' : html`<ul class="rows">${told}</ul>`}
    ${
      list.mayGive
        ? html`<details ${was === undefined ? '' : 'open'}><summary>${t('exchange.feedback.give')}</summary>
    <p>${t('plain.feedback.says')}</p>
    <form method="post" action="${to}" class="box">
      <h3>${t('exchange.feedback.sighting')}</h3>
      <input type="hidden" name="kind" value="sighting"><input type="hidden" name="key" value="${key}s">
      <label for="indicator">${t('exchange.feedback.indicator')}</label>
      <input id="indicator" name="indicator" required maxlength="1000" value="${kept('indicator')}">
      <label for="minutes">${t('plain.feedback.ago')}</label>
      <input id="minutes" name="minutes" inputmode="numeric" pattern="[0-9]{1,6}" required maxlength="6" value="${kept('minutes')}">
      <label for="count">${t('exchange.feedback.times')}</label>
      <input id="count" name="count" inputmode="numeric" pattern="[0-9]{1,9}" maxlength="9" value="${kept('count')}">
      <button class="go">${t('exchange.feedback.send')}</button>
    </form>
    <form method="post" action="${to}" class="box">
      <h3>${t('exchange.feedback.correction')}</h3>
      <input type="hidden" name="kind" value="correction"><input type="hidden" name="key" value="${key}c">
      <label for="quote">${t('exchange.feedback.quote')}</label>
      <input id="quote" name="quote" maxlength="1000" value="${kept('quote')}">
      <label for="text">${t('exchange.feedback.text')}</label>
      <textarea id="text" name="text" rows="3" required maxlength="4000">${kept('text')}</textarea>
      <button class="go">${t('exchange.feedback.send')}</button>
    </form></details>`
        : ''
    }`;
};

/** Takes what such a form tells back. `again` is the page on which it stood, with what was refused. */
export const tellBack = async (
  plain: Plain,
  c: Context,
  provision: string,
  again: (hand: Hand, refused: Refused) => Promise<Piece>,
): Promise<Answer> => {
  const form = await sentForm(c, plain.serving.publicOrigin);
  return act(plain, c, form, {
    door: exchangeDoors.giveFeedback,
    input: { params: { id: provision }, body: bodyOf(form, plain.serving.doorway.clock.now()) },
    to: `/plain/provisions/${encodeURIComponent(provision)}?said=told`,
    again: (hand, words) => again(hand, refusedBy(form, words)),
  });
};

// No calendar without scripts: how many minutes ago is asked, and is what people say on the telephone.
const bodyOf = (form: Sent, now: Date): NonNullable<CallOf<typeof exchangeDoors.giveFeedback>['body']> => {
  if (form.field('kind') !== 'sighting')
    return { kind: 'correction', text: form.field('text'), ...given(form, 'quote') };
  const minutes = Number(form.field('minutes').normalize('NFKC'));
  const count = Number(form.field('count').normalize('NFKC'));
  const ago = Number.isFinite(minutes) && minutes >= 0 ? minutes : Number.NaN;
  return {
    kind: 'sighting',
    indicator: form.field('indicator'),
    seenFrom: Number.isNaN(ago) ? '' : new Date(now.getTime() - ago * 60_000).toISOString(),
    ...(Number.isInteger(count) && count > 0 ? { count } : {}),
  };
};
