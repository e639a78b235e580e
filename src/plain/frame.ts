import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { label, type Handling, strictnessOf } from '../kernel/marking.ts';
import type { Bilingual } from '../kernel/shapes.ts';
import type { Standing } from '../modules/mode/contract.ts';
import { theProgramme } from '../modules/programme/index.ts';
import type { SessionView } from '../modules/parties/contract.ts';
import type { Voice } from './words.ts';

/** A piece of a page; everything that was put into it is escaped. */
export type Piece = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Who reads, where, and how addresses stay in the realm. */
export interface Reader {
  readonly voice: Voice;
  readonly session: SessionView;
  /** What is in force where it is not the ordinary mode. */
  readonly mode: Standing | null;
  /** The same address in the realm one is in. */
  readonly link: (path: string) => string;
  /** For the hidden field of a form: one act, one key. */
  readonly key: string;
}

/** The address of the one style sheet, which changes with its content. */
export interface Look {
  readonly style: string;
}

/** A whole page. `mark` stands before the title, in the window's title and at the foot. */
export interface Page {
  readonly title: string;
  readonly mark?: Handling | null;
  readonly content: Piece;
  readonly here: string;
}

/** The chip of a handling mark in FIRST's colours on black; `TLP:` and its value are its words. */
export const chip = (mark: Handling): Piece =>
  html`<span class="tlp ${strictnessOf(mark).replace('+', '-')}">${label(mark)}</span>`;

/** A sentence to notice; its word says what its colour means. */
export const note = (tone: 'info' | 'late' | 'done', content: unknown): Piece =>
  html`<p class="note ${tone}" role="${tone === 'late' ? 'alert' : 'status'}">${content}</p>`;

/** A realm that is not the live one: its label and name, and why nothing goes on in it any more. */
interface Apart {
  readonly label: string;
  readonly name: string;
  readonly halted: string | null;
}

/** The realm of the reader, unless it is the live one. */
export const realmOf = ({ session, voice }: Reader): Apart | null => {
  const realm = session.realms.find((it) => it.id === session.realm);
  return realm === undefined || realm.kind === 'live'
    ? null
    : {
        label: voice.t(`plain.realm.${realm.kind}`),
        name: voice.both(realm.name),
        halted: realm.halted === null ? null : voice.t(`plain.realm.${realm.halted}`),
      };
};

/** What is in force, since when, for what and on whose word, over every page. */
const modeOf = ({ mode, voice }: Reader): Piece | null =>
  mode === null
    ? null
    : html`<p class="mode"><b>${voice.both(mode.title)}</b> ${voice.t('plain.mode', {
        since: voice.moment(mode.since),
        scope: scopeOf(mode, voice),
        by: voice.both(mode.by),
        basis: mode.basis,
      })}</p>`;

const scopeOf = ({ sectors, regions }: Standing, { both }: Voice): string => {
  const programme = theProgramme();
  const named = (keys: readonly string[], all: readonly { key: string; title: Bilingual }[]): string =>
    all
      .filter((it) => keys.includes(it.key))
      .map((it) => both(it.title))
      .join('・');
  return [named(sectors, programme.sectors), named(regions, programme.regions)].filter((it) => it !== '').join('／');
};

/** A page for someone signed in: seat, realm, what it says, and the way out. */
export const signedInPage = (look: Look, reader: Reader, page: Page): Piece => {
  const { voice, session } = reader;
  const { t, both } = voice;
  const realm = realmOf(reader);
  const seat = `${both(session.seat.body.name)} ${both(session.seat.title.short)}`;
  return whole(
    look,
    voice,
    page,
    { realm, mode: modeOf(reader) },
    html`
    <p class="seat"><b>${seat}</b> <span>${both(session.person.name)}</span></p>
    <nav aria-label="${t('plain.nav')}">
      <a href="${reader.link('/plain')}">${t('plain.waiting')}</a>
      <a href="/">${t('plain.full')}</a>
    </nav>
    ${session.seats.length > 1 ? seatForm(reader) : ''}
    <form method="post" action="/plain/sign-out"><button class="quiet">${t('plain.sign-out')}</button></form>`,
  );
};

const seatForm = ({ voice: { t, both }, session }: Reader): Piece => html`
  <form method="post" action="/plain/seat" class="line">
    <label for="seat">${t('plain.seat')}</label>
    <select id="seat" name="seat">${session.seats.map((it) => html`<option value="${it.id}" ${it.id === session.seat.id ? 'selected' : ''}>${both(it.body.name)} ${both(it.title.short)}</option>`)}</select>
    <button>${t('plain.seat.go')}</button>
  </form>`;

/** A page for anyone: signing in, or saying why not. */
export const openPage = (look: Look, voice: Voice, page: Page): Piece =>
  whole(look, voice, page, { realm: null, mode: null }, html``);

const whole = (
  look: Look,
  { locale, t }: Voice,
  { title, mark = null, content, here }: Page,
  { realm, mode }: { realm: Apart | null; mode: Piece | null },
  tools: Piece,
): Piece => {
  const other = locale === 'ja' ? 'en' : 'ja';
  const named = `${realm?.label ?? ''}${mark === null ? '' : `【${label(mark)}】`}${title}`;
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<title>${named}｜${t('plain.brand')} Noroshi</title>
<link rel="stylesheet" href="${look.style}">
</head>
<body>
<a class="skip" href="#main">${t('plain.skip')}</a>
<header>
  <a class="brand" href="/plain">${t('plain.brand')}</a>
  ${tools}
  <form method="post" action="/plain/language"><input type="hidden" name="back" value="${here}"><button class="quiet" name="to" value="${other}" lang="${other}">${other === 'en' ? 'English' : '日本語'}</button></form>
</header>
${realm === null ? '' : html`<p class="realm"><b>${realm.label}</b> ${realm.name}　${t('plain.realm.apart')}</p>`}
${realm === null || realm.halted === null ? '' : html`<p class="realm" role="alert"><b>${realm.halted}</b> <a href="/plain">${t('plain.realm.to-live')}</a></p>`}
${mode ?? ''}
<main id="main">
  ${mark === null ? '' : html`<p class="mark">${chip(mark)}</p>`}
  <h1>${realm?.label ?? ''}${title}</h1>
  ${content}
</main>
<footer>${mark === null ? '' : chip(mark)} <span>${t('plain.foot')}</span></footer>
</body>
</html>`;
};
