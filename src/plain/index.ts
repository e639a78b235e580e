import { setCookie } from 'hono/cookie';
import type { Context, Hono } from 'hono';
import type { CallOf } from '../kernel/endpoint.ts';
import { label } from '../kernel/marking.ts';
import { Refusal } from '../kernel/refusal.ts';
import { circulationDoors } from '../modules/circulation/contract.ts';
import { demoDoors, sessionDoors } from '../modules/parties/contract.ts';
import { situationsDoors } from '../modules/situations/contract.ts';
import { reportPdf } from '../modules/situations/index.ts';
import type { Route } from '../platform/http/door.ts';
import { refusalOf } from '../platform/http/problem.ts';
import type { Serving } from '../platform/http/serve.ts';
import { act, given } from './act.ts';
import { backTo, type Sent, sentForm } from './form.ts';
import { type Piece, realmOf } from './frame.ts';
import { knock, read } from './knock.ts';
import { tellBack } from './pages/feedback.ts';
import { inquiriesPage, inquiryPage, moveInquiry, sayInInquiry } from './pages/inquiry.ts';
import { provisionPage } from './pages/provision.ts';
import { reportPage } from './pages/report.ts';
import { answerAsking, askingPage } from './pages/source-approval.ts';
import { signInPage } from './pages/sign-in.ts';
import { stepInSupport, supportPage, supportsPage } from './pages/support.ts';
import { waitingPage } from './pages/waiting.ts';
import { type Answer, type Hand, Plain, wordsFor } from './serve.ts';

/**
 * Pages without scripts, each under 100 kB: what waits, reading, acknowledging, passing on, signing in. They knock at the
 * doors in `routes`, so that powers, shapes, rows and commands are those of the API.
 */
export const plainRoutes = (app: Hono, serving: Serving, { routes }: { routes: readonly Route[] }): void => {
  const plain = new Plain(app, serving, routes);
  plain.on('GET', '/plain', (c) => plain.asReader(c, async (hand) => ({ page: await waitingPage(hand) })));
  plain.on('GET', '/plain/provisions/:id', (c) =>
    plain.asReader(c, async (hand) => ({ page: await provisionPage(hand, idIn(c), c.req.query('said') ?? '') })),
  );
  plain.on('GET', '/plain/reports/:id', (c) =>
    plain.asReader(c, async (hand) => ({ page: await reportPage(hand, idIn(c)) })),
  );
  plain.on('GET', '/plain/situation-reports/:id/pdf', (c) => sheet(plain, c));
  plain.on('POST', '/plain/provisions/:id/feedback', (c) =>
    tellBack(plain, c, idIn(c), (hand, refused) => provisionPage(hand, idIn(c), '', refused)),
  );
  plain.on('GET', '/plain/source-approvals/:id', (c) =>
    plain.asReader(c, async (hand) => ({ page: await askingPage(hand, idIn(c), c.req.query('said') ?? '') })),
  );
  plain.on('POST', '/plain/source-approvals/:id/answer', (c) => answerAsking(plain, c, idIn(c)));
  talking(plain);
  plain.on('POST', '/plain/receipts/:id/acknowledgement', (c) => acknowledge(plain, c));
  plain.on('POST', '/plain/receipts/:id/relay', (c) => relay(plain, c));
  signing(plain);
  plain.on('GET', '/plain/*', (c) => Promise.resolve(plain.refused(c, new Refusal('not-found', {}, 404))));
};

/** Inquiries and supports: reading, answering, taking a step. */
const talking = (plain: Plain): void => {
  const said = (c: Context): string => c.req.query('said') ?? '';
  plain.on('GET', '/plain/inquiries', (c) => plain.asReader(c, async (hand) => ({ page: await inquiriesPage(hand) })));
  plain.on('GET', '/plain/inquiries/:id', (c) =>
    plain.asReader(c, async (hand) => ({ page: await inquiryPage(hand, idIn(c), said(c)) })),
  );
  plain.on('POST', '/plain/inquiries/:id/messages', (c) => sayInInquiry(plain, c, idIn(c)));
  for (const deed of ['remind', 'close'] as const)
    plain.on('POST', `/plain/inquiries/:id/${deed}`, (c) => moveInquiry(plain, c, idIn(c), deed));
  plain.on('GET', '/plain/supports', (c) => plain.asReader(c, async (hand) => ({ page: await supportsPage(hand) })));
  plain.on('GET', '/plain/supports/:id', (c) =>
    plain.asReader(c, async (hand) => ({ page: await supportPage(hand, idIn(c), said(c)) })),
  );
  plain.on('POST', '/plain/supports/:id/steps', (c) => stepInSupport(plain, c, idIn(c)));
};

const idIn = (c: Context): string => c.req.param('id') ?? '';

/** A situation report as a file. It is read through its door in one transaction, and made after that has ended. */
const sheet = async (plain: Plain, c: Context): Promise<Answer> => {
  const { it, voice, realm } = await plain.asReader(c, async (hand) => ({
    it: await read(hand, situationsDoors.showSituationReport, { params: { id: idIn(c) } }),
    voice: hand.reader.voice,
    realm: realmOf(hand.reader)?.label ?? '',
  }));
  const mark = label(it.handling).replace(':', '-');
  return { pdf: reportPdf(it, voice, realm), name: `${realm}${mark} ${it.reference}.pdf` };
};

const acknowledge = async (plain: Plain, c: Context): Promise<Answer> => {
  const form = await sentForm(c, plain.serving.publicOrigin);
  const body = { state: form.field('state'), ...given(form, 'note') } as NonNullable<
    CallOf<typeof circulationDoors.acknowledge>['body']
  >;
  const input = { params: { id: idIn(c) }, body };
  return act(plain, c, form, { door: circulationDoors.acknowledge, input, ...ofProvision(form, 'acknowledged') });
};

const relay = async (plain: Plain, c: Context): Promise<Answer> => {
  const form = await sentForm(c, plain.serving.publicOrigin);
  const input = { params: { id: idIn(c) }, body: {} };
  return act(plain, c, form, { door: circulationDoors.relay, input, ...ofProvision(form, 'relayed') });
};

const ofProvision = (form: Sent, said: 'acknowledged' | 'relayed') => {
  const provision = form.field('provision');
  return {
    to: `/plain/provisions/${encodeURIComponent(provision)}?said=${said}`,
    again: (hand: Hand, words: Piece) =>
      provisionPage(hand, provision, '', { words, state: form.field('state'), note: form.field('note') }),
  };
};

const YEAR = 31_536_000;

const signing = (plain: Plain): void => {
  const { publicOrigin } = plain.serving;
  plain.on('GET', '/plain/sign-in', (c) => {
    const next = backTo(c.req.query('next') ?? '/plain');
    return plain.asVisitor(c, async (at) => ({ page: await signInPage(at, plain.look, plain.voice(c), { next }) }));
  });
  plain.on('POST', '/plain/sign-in', async (c) => {
    const form = await sentForm(c, publicOrigin);
    const body = {
      email: form.field('email'),
      password: form.field('password'),
      code: form.field('code').normalize('NFKC'),
    };
    return signIn(plain, c, form, (at) => knock(at, sessionDoors.signInByPassword, { body }));
  });
  plain.on('POST', '/plain/persona', async (c) => {
    const form = await sentForm(c, publicOrigin);
    return signIn(plain, c, form, (at) => knock(at, demoDoors.enterAs, { body: { persona: form.field('persona') } }));
  });
  plain.on('POST', '/plain/sign-out', async (c) => {
    await sentForm(c, publicOrigin);
    await plain.asReader(c, (hand) => knock(hand, sessionDoors.signOut, { body: {} }));
    return { goTo: '/plain/sign-in' };
  });
  plain.on('POST', '/plain/seat', async (c) => {
    const form = await sentForm(c, publicOrigin);
    const moved = await plain.asReader(c, (hand) =>
      knock(hand, sessionDoors.switchSeat, { body: { seat: form.field('seat') } }),
    );
    return moved instanceof Refusal ? plain.refused(c, moved) : { goTo: '/plain' };
  });
  plain.on('POST', '/plain/language', async (c) => {
    const form = await sentForm(c, publicOrigin);
    // The portal's scripts read this cookie too.
    setCookie(c, 'noroshi_lang', form.field('to') === 'en' ? 'en' : 'ja', {
      path: '/',
      maxAge: YEAR,
      sameSite: 'Lax',
      secure: publicOrigin.startsWith('https:'),
    });
    return { goTo: backTo(form.field('back')) };
  });
};

/** Signs in and goes on; refused, the page comes back in words. A refusal keeps what was counted: tries are not free. */
const signIn = async (
  plain: Plain,
  c: Context,
  form: Sent,
  enter: (at: Parameters<typeof knock>[0]) => Promise<unknown>,
): Promise<Answer> => {
  const next = backTo(form.field('next'));
  const refusal = await plain.asVisitor(c, enter).then(
    (done) => (done instanceof Refusal ? done : null),
    (error: unknown) => refusalOf(error) ?? Promise.reject(error),
  );
  if (refusal === null) return { goTo: next };
  const voice = plain.voice(c);
  const refused = wordsFor(plain.serving, voice, refusal);
  const page = await plain.asVisitor(c, (at) =>
    signInPage(at, plain.look, voice, { next, email: form.field('email'), refused }),
  );
  return { page, status: refusal.status };
};
