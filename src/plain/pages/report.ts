import { html } from 'hono/html';
import { exchangeDoors, type ReportVersion, type ReportView } from '../../modules/exchange/contract.ts';
import { type FormView, formsDoors } from '../../modules/forms/contract.ts';
import { difference, type FormModel, type ItemModel, sheet, voiceOf } from '../../modules/forms/index.ts';
import { type ProgrammeView, programmeDoors } from '../../modules/programme/contract.ts';
import { type Piece, signedInPage } from '../frame.ts';
import { read } from '../knock.ts';
import type { Hand } from '../serve.ts';
import { filesOfItem } from './files.ts';

/** A report as far as it has reached the reader: where it stands, what it says, who reported where that may be known. */
export const reportPage = async (hand: Hand, id: string): Promise<Piece> => {
  const it = await read(hand, exchangeDoors.showReport, { params: { id } });
  const programme = await read(hand, programmeDoors.programme, {});
  const {
    voice: { t, both },
    link,
  } = hand.reader;
  const latest = it.versions.at(-1) as ReportVersion;
  const form = await read(hand, formsDoors.showForm, { params: { key: latest.form.key } });
  const sector = programme.sectors.find((one) => one.key === it.sector);
  const content = html`
    <dl>
      <dt>${t('plain.reference')}</dt><dd>${it.reference}</dd>
      <dt>${t('plain.sector')}</dt><dd>${sector === undefined ? t('plain.sector.across') : both(sector.title)}</dd>
      <dt>${t('plain.source')}</dt><dd>${it.source === null ? t('plain.masked') : html`${it.source.body.name} ${it.source.contact === null ? '' : html`<br>${it.source.contact.name} ${it.source.contact.phone ?? ''}`}`}</dd>
    </dl>
    <h2>${t('plain.way')}</h2>
    ${stations(hand, it, programme)}
    ${it.versions.toReversed().map((version, i) => versionOf(hand, version, it.versions.at(-2 - i), form, i === 0))}
    ${await filesOfItem(hand, latest.id)}
    ${
      it.notes.length === 0
        ? ''
        : html`<h2>${t('plain.notes')}</h2>${it.notes.map(
            (one) => html`<div class="text"><b>${one.from}</b> ${hand.reader.voice.moment(one.at)}
${one.note}</div>`,
          )}`
    }
    <p><a href="/reports/${id}">${t('plain.report.full')}</a></p>`;
  return signedInPage(hand.look, hand.reader, {
    title: latest.headline,
    mark: it.handling,
    content,
    here: link(`/plain/reports/${id}`),
  });
};

const stations = ({ reader: { voice } }: Hand, it: ReportView, programme: ProgrammeView): Piece => {
  const nameOf = (hop: ReportView['hops'][number]): string => {
    const capacity = programme.capacities.find((one) => one.key === hop.capacity);
    return hop.body?.name || (capacity === undefined ? hop.capacity : voice.both(capacity.short));
  };
  return html`<ol class="way">${it.hops.map(
    (hop) => html`
    <li class="${hop.state}"><b>${nameOf(hop)}</b> ${voice.t(`plain.hop.${hop.state}`)}
      ${hop.due !== null && hop.state === 'here' ? voice.left(hop.due) : voice.moment(hop.relayedAt ?? hop.acknowledgedAt ?? hop.openedAt ?? hop.sentAt)}</li>`,
  )}</ol>`;
};

// A version that was written on another version of the form is still shown by the current one; what that has lost is left to the full page.
const versionOf = (
  {
    reader: {
      voice: { t, locale, moment },
    },
  }: Hand,
  it: ReportVersion,
  before: ReportVersion | undefined,
  form: FormView,
  open: boolean,
): Piece => {
  const words = voiceOf(locale);
  const codes = Object.fromEntries(
    Object.entries(form.codes).map(([key, list]) => [key, list.map((one) => ({ ...one, says: one.says }))]),
  );
  const subjectOf = (one: ReportVersion) => ({ ...one, handling: one.handling.value });
  const subject = subjectOf(it);
  const side = (one: ReportVersion) => ({ answers: one.answers, subject: subjectOf(one) });
  const changes =
    before === undefined ? [] : difference(form.definition, side(before), side(it), words, { codes, stage: it.stage });
  const shown = flat(sheet(form.definition, it.answers, words, { codes, subject, stage: it.stage })).filter(
    ({ item }) => item.text !== '',
  );
  return html`<details ${open ? 'open' : ''}>
    <summary>${t('plain.version', { n: it.number, stage: t(`plain.stage.${it.stage}`), at: moment(it.submittedAt) })}</summary>
    ${
      before === undefined
        ? ''
        : html`<h3>${t('plain.changes', { n: changes.length })}</h3>
    <ul>${changes.map((one) => html`<li><b>${one.label}</b> ${one.before ?? t('plain.changes.nothing')} → ${one.after ?? t('plain.changes.taken-back')}</li>`)}</ul>`
    }
    <dl>${shown.map(({ item, label }) => html`<dt>${label}</dt><dd>${item.text}</dd>`)}</dl>
  </details>`;
};

// Every field with its full name, the entries of a group opened and numbered.
const flat = (model: FormModel): { item: ItemModel; label: string }[] =>
  model.sections.flatMap((section) =>
    section.items.flatMap((item) =>
      item.entries === undefined
        ? [{ item, label: item.label }]
        : item.entries.flatMap((entry, i) =>
            entry.map((inner) => ({ item: inner, label: `${item.label} ${i + 1} ${inner.label}` })),
          ),
    ),
  );
