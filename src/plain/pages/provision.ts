import { html } from 'hono/html';
import { acknowledgementStates } from '../../modules/circulation/contract.ts';
import { exchangeDoors, type ProvisionView } from '../../modules/exchange/contract.ts';
import { note, type Piece, signedInPage } from '../frame.ts';
import { read } from '../knock.ts';
import type { Hand } from '../serve.ts';
import { feedbackPart } from './feedback.ts';
import { filesOfItem } from './files.ts';

/** What the reader had written when an act was refused, and in which words. */
export interface Refused {
  readonly words: Piece;
  readonly state?: string;
  readonly note?: string;
  /** What was written on the forms that tell something back. */
  readonly field?: (name: string) => string;
}

/** A provision: what it says, and what one answers to it. */
export const provisionPage = async (hand: Hand, id: string, said: string, refused?: Refused): Promise<Piece> => {
  const it = await read(hand, exchangeDoors.showProvision, { params: { id } });
  const { voice, link } = hand.reader;
  const { t, moment } = voice;
  const facts: [string, string][] = [
    [t('plain.reference'), it.reference],
    ...(it.sentAt === null ? [] : [[t('plain.sent'), moment(it.sentAt)] as [string, string]]),
    ...(it.acknowledgeBy === null
      ? []
      : [[t('plain.acknowledge-by'), voice.left(it.acknowledgeBy)] as [string, string]]),
  ];
  const content = html`
    ${refused?.words ?? ''}
    ${said === 'acknowledged' || said === 'relayed' || said === 'told' ? note('done', t(`plain.said.${said}`)) : ''}
    ${it.recalled === null ? '' : note('late', t('plain.recalled', { at: moment(it.recalled.at), by: it.recalled.by }))}
    ${it.recalled === null && it.stage === 'correction' ? note('info', t('plain.corrects')) : ''}
    <dl>${facts.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>
    <div class="text">${it.body}</div>
    ${await filesOfItem(hand, it.item)}
    ${it.receipt === null ? '' : html`${relayForm(hand, it)}${acknowledgeForm(hand, it, refused)}`}
    ${it.sentAt === null ? '' : await feedbackPart(hand, id, refused?.field)}`;
  return signedInPage(hand.look, hand.reader, {
    title: it.title,
    mark: it.handling,
    content,
    here: link(`/plain/provisions/${id}`),
  });
};

const relayForm = (
  {
    reader: {
      voice: { t, moment },
      link,
      key,
    },
  }: Hand,
  { id, receipt }: ProvisionView,
): Piece => {
  if (receipt === null || !receipt.mustRelay) return html``;
  if (receipt.relayedAt !== null) return note('done', t('plain.relayed', { at: moment(receipt.relayedAt) }));
  return html`
    <form method="post" action="${link(`/plain/receipts/${receipt.id}/relay`)}" class="box">
      <h2>${t('plain.relay')}</h2>
      <p>${t('plain.relay.says', { n: receipt.relayCount })}</p>
      <input type="hidden" name="key" value="${key}"><input type="hidden" name="provision" value="${id}">
      <button class="go">${t('plain.relay.go', { n: receipt.relayCount })}</button>
    </form>`;
};

const acknowledgeForm = (
  {
    reader: {
      voice: { t, moment },
      link,
      key,
    },
  }: Hand,
  { id, receipt }: ProvisionView,
  refused?: Refused,
): Piece => {
  if (receipt === null) return html``;
  const chosen = refused?.state ?? receipt.state;
  // One may learn more, not less: whoever has said how it stands does not go back to having merely received it.
  const open = acknowledgementStates.filter(
    (it) => it !== 'received' || receipt.state === null || receipt.state === 'received',
  );
  return html`
    <form method="post" action="${link(`/plain/receipts/${receipt.id}/acknowledgement`)}" class="box">
      <h2>${t('plain.acknowledge')}</h2>
      ${receipt.acknowledgedAt === null ? '' : html`<p class="done">✓ ${t('plain.acknowledged', { at: moment(receipt.acknowledgedAt), state: t(`circulation.state.${receipt.state}`) })}</p>`}
      <fieldset>
        <legend>${t('plain.state')}</legend>
        ${open.map((it) => html`<label class="choice"><input type="radio" name="state" value="${it}" required ${it === chosen ? 'checked' : ''}> <span>${t(`circulation.state.${it}`)}</span> <small>${t(`plain.state.${it}`)}</small></label>`)}
      </fieldset>
      <label for="note">${t('plain.note')}</label>
      <textarea id="note" name="note" rows="3" maxlength="2000">${refused?.note ?? receipt.note ?? ''}</textarea>
      <input type="hidden" name="key" value="${key}"><input type="hidden" name="provision" value="${id}">
      <button class="go">${t(receipt.acknowledgedAt === null ? 'plain.acknowledge.go' : 'plain.acknowledge.again')}</button>
    </form>`;
};
