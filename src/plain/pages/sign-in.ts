import { html } from 'hono/html';
import { demoDoors, type PersonaView } from '../../modules/parties/contract.ts';
import { type Look, note, openPage, type Piece } from '../frame.ts';
import { has, type Knocking, read } from '../knock.ts';
import type { Voice } from '../words.ts';

/** The page on which one signs in without scripts; in a demo also as one of its personas. */
export const signInPage = async (
  at: Knocking,
  look: Look,
  voice: Voice,
  { next, email = '', refused }: { next: string; email?: string; refused?: Piece },
): Promise<Piece> => {
  const { t } = voice;
  const personas = has(at.routes, demoDoors.listPersonas) ? (await read(at, demoDoors.listPersonas, {})).items : [];
  const content = html`
    ${refused ?? ''}
    <form method="post" action="/plain/sign-in" class="box">
      <h2>${t('plain.sign-in.password')}</h2>
      <p>${t('plain.sign-in.says')}</p>
      <label for="email">${t('plain.email')}</label>
      <input id="email" name="email" type="email" autocomplete="username" required maxlength="200" value="${email}">
      <label for="password">${t('plain.password')}</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200">
      <label for="code">${t('plain.code')}</label>
      <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required pattern="[0-9０-９]{6}" maxlength="6">
      <input type="hidden" name="next" value="${next}">
      <button class="go">${t('plain.sign-in')}</button>
    </form>
    ${personas.length === 0 ? '' : personaForm(voice, personas, next)}`;
  return openPage(look, voice, {
    title: t('plain.sign-in'),
    content,
    here: `/plain/sign-in?next=${encodeURIComponent(next)}`,
  });
};

const personaForm = ({ t, both }: Voice, personas: readonly PersonaView[], next: string): Piece => html`
  <form method="post" action="/plain/persona" class="box">
    <h2>${t('plain.personas')}</h2>
    ${note('info', t('plain.personas.says'))}
    <label for="persona">${t('plain.persona')}</label>
    <select id="persona" name="persona">${personas.map((it) => html`<option value="${it.key}">${both(it.seat)} — ${both(it.name)}</option>`)}</select>
    <input type="hidden" name="next" value="${next}">
    <button class="go">${t('plain.persona.go')}</button>
  </form>`;
