import type { Context } from 'hono';
import { html } from 'hono/html';
import type { CallOf } from '../../kernel/endpoint.ts';
import { type AskingShown, exchangeDoors } from '../../modules/exchange/contract.ts';
import { act, given, type Refused, refusedBy } from '../act.ts';
import { sentForm } from '../form.ts';
import { note, type Piece, signedInPage } from '../frame.ts';
import { read } from '../knock.ts';
import type { Answer, Hand, Plain } from '../serve.ts';

/** A text before it goes out, for whoever reported what it was made from and for the seat that knows them. */
export const askingPage = async (hand: Hand, id: string, said: string, refused?: Refused): Promise<Piece> => {
  const it = await read(hand, exchangeDoors.showAsking, { params: { id } });
  const { voice, link } = hand.reader;
  const { t, moment } = voice;
  const facts: [string, string][] = [
    [t('exchange.asking.report'), `${it.report.headline} ${it.report.reference}`],
    [t('exchange.asking.state'), t(`exchange.asking.state.${it.state}`)],
    [t('exchange.asking.due'), it.state === 'open' && it.sentAt === null ? voice.left(it.due) : moment(it.due)],
    ...(it.files.length === 0 ? [] : [[t('exchange.asking.files'), it.files.join('、')] as [string, string]]),
  ];
  const content = html`
    ${refused?.words ?? ''}
    ${said === 'answered' ? note('done', t('exchange.asking.done')) : ''}
    ${it.urgent === null ? '' : note('late', `${t('exchange.asking.urgent')} ${it.urgent.reason}`)}
    ${it.state === 'replaced' ? note('info', t('exchange.asking.replaced')) : ''}
    <dl>${facts.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>
    <p>${t(`exchange.asking.silence.${it.silence}`)}</p>
    <div class="text">${it.body}</div>
    ${it.mayAnswer ? answerForm(hand, it, refused) : ''}`;
  return signedInPage(hand.look, hand.reader, {
    title: it.title,
    mark: it.handling,
    content,
    here: link(`/plain/source-approvals/${id}`),
  });
};

const answerForm = (
  {
    reader: {
      voice: { t },
      link,
      key,
    },
  }: Hand,
  it: AskingShown,
  refused?: Refused,
): Piece => {
  const was = (name: string): string => refused?.field(name) ?? '';
  return html`
    <form method="post" action="${link(`/plain/source-approvals/${it.id}/answer`)}" class="box">
      <h2>${t(it.mine ? 'exchange.asking.answer' : 'exchange.asking.answer.heard')}</h2>
      <p>${t(it.mine ? 'exchange.asking.answer.says' : 'exchange.asking.answer.heard.says')}</p>
      ${
        it.mine
          ? ''
          : html`<label for="heard">${t('exchange.asking.heard-from')}</label>
      <input id="heard" name="heardFrom" required maxlength="200" value="${was('heardFrom')}">`
      }
      <fieldset>
        <legend>${t('plain.answer')}</legend>
        ${(['agreed', 'objected'] as const).map(
          (answer) =>
            html`<label class="choice"><input type="radio" name="answer" value="${answer}" required ${was('answer') === answer ? 'checked' : ''}> <span>${t(answer === 'agreed' ? 'exchange.asking.agree' : 'exchange.asking.object')}</span></label>`,
        )}
      </fieldset>
      <label for="reason">${t('exchange.asking.reason')}</label>
      <p>${t('plain.asking.reason')}</p>
      <textarea id="reason" name="reason" rows="3" maxlength="4000">${was('reason')}</textarea>
      <label for="wording">${t('exchange.asking.wording')}</label>
      <textarea id="wording" name="wording" rows="6" maxlength="40000">${was('wording')}</textarea>
      <input type="hidden" name="key" value="${key}">
      <button class="go">${t('plain.answer.go')}</button>
    </form>`;
};

/** Answers the form of such a text. */
export const answerAsking = async (plain: Plain, c: Context, id: string): Promise<Answer> => {
  const form = await sentForm(c, plain.serving.publicOrigin);
  const heard = given(form, 'heardFrom');
  const body = (
    form.field('answer') === 'objected'
      ? { answer: 'objected', reason: form.field('reason'), ...given(form, 'wording'), ...heard }
      : { answer: form.field('answer'), ...heard }
  ) as NonNullable<CallOf<typeof exchangeDoors.answerAsking>['body']>;
  return act(plain, c, form, {
    door: exchangeDoors.answerAsking,
    input: { params: { id }, body },
    to: `/plain/source-approvals/${encodeURIComponent(id)}?said=answered`,
    again: (hand, words) => askingPage(hand, id, '', refusedBy(form, words)),
  });
};
