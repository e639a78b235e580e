import { html } from 'hono/html';
import { filesDoors } from '../../modules/files/contract.ts';
import type { Piece } from '../frame.ts';
import { read } from '../knock.ts';
import type { Hand } from '../serve.ts';

/** The files of one version, each to be saved; nothing where it has none. */
export const filesOfItem = async (hand: Hand, item: string): Promise<Piece> => {
  const { items } = await read(hand, filesDoors.listAttachments, { params: { id: item } });
  const {
    voice: { t },
    link,
  } = hand.reader;
  if (items.length === 0) return html``;
  return html`<h2>${t('files.title')}</h2>
    <ul>${items.map((it) => html`<li><a href="${link(`/api/attachments/${it.id}/content`)}">${it.name}</a> (${it.kind}, ${Math.max(1, Math.round(it.size / 1000))} kB)</li>`)}</ul>
    <p>${t('files.warn')}</p>`;
};
