import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import type { Clock } from './kernel/time.ts';
import { rooms } from './house.ts';
import {
  changesSince,
  circulationReactions,
  circulationRoutes,
  deliverLate,
  escalate,
  itemSight,
  remind,
  sightRoutes,
} from './modules/circulation/index.ts';
import { breakglassReactions, breakglassRoutes, tellConcerned } from './modules/breakglass/index.ts';
import { channelChanges, channelsRoutes, inquirySight, supportSight, threadSight } from './modules/channels/index.ts';
import {
  carryOutOnTheDay,
  exchangeChanges,
  exchangeReactions,
  exchangeRoutes,
  feedbackReactions,
  offeringReactions,
  reportSight,
  sourceApprovalReactions,
  watchAskings,
  watchObligations,
} from './modules/exchange/index.ts';
import { filesRoutes, sweepFiles } from './modules/files/index.ts';
import { formsReactions, formsRoutes } from './modules/forms/index.ts';
import { journalRoutes } from './modules/journal/index.ts';
import {
  chaseKeys,
  composeMail,
  letterRefused,
  noticeChanges,
  noticesReactions,
  noticesRoutes,
  type Office,
  sweepNotices,
  type Ways,
} from './modules/notices/index.ts';
import { drillChanges, drillsReactions, drillsRoutes } from './modules/drills/index.ts';
import { modeChanges, modeRoutes } from './modules/mode/index.ts';
import { chaseContacts, noteSuccessions, partiesRoutes } from './modules/parties/index.ts';
import { programmeRoutes } from './modules/programme/index.ts';
import { progressRoutes } from './modules/progress/index.ts';
import { reviewRoutes } from './modules/review/index.ts';
import { situationChanges, situationSight, situationsRoutes, tellReportsDue } from './modules/situations/index.ts';
import { surveyChanges, surveysRoutes } from './modules/surveys/index.ts';
import type { Db } from './platform/database.ts';
import { openStreams } from './platform/http/events.ts';
import { serveHealth, type Health } from './platform/http/health.ts';
import { bound, type Route } from './platform/http/door.ts';
import type { Log } from './platform/log.ts';
import { openApi } from './platform/http/openapi.ts';
import { guardBrowsers, servePortal } from './platform/http/pages.ts';
import { refuse, serveDoors, type Serving } from './platform/http/serve.ts';
import { readWords } from './platform/words.ts';
import type { Job } from './platform/work/jobs.ts';
import { type Post, sendMail } from './platform/work/mail.ts';
import { sweep } from './platform/work/sweep.ts';
import type { Reaction } from './platform/work/reactions.ts';
import { Refusal } from './kernel/refusal.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The version that the API document names. */
export const version = '0.1.0';

/** Every door of the house with what answers it, in the order of the rooms; more specific paths stand first. */
export const allRoutes: readonly Route[] = [
  ...programmeRoutes,
  // Bodies, seats, people, agreements belong to no realm: a drill changes nothing about them.
  ...bound(partiesRoutes, { live: 'all', any: ['signOut', 'switchSeat', 'endSession'] }),
  ...formsRoutes,
  ...circulationRoutes,
  ...sightRoutes({
    report: reportSight,
    provision: (acting, id) => itemSight(acting, 'provision', id),
    showcase: (acting, id) => itemSight(acting, 'showcase', id),
    'situation-report': (acting, id) => itemSight(acting, 'situation-report', id),
    survey: (acting, id) => itemSight(acting, 'survey', id),
    thread: threadSight,
    inquiry: inquirySight,
    support: supportSight,
    situation: situationSight,
  }),
  ...filesRoutes,
  ...bound(channelsRoutes, { live: ['openSpace'] }),
  ...bound(noticesRoutes, { live: 'all', any: ['settleNotices'] }),
  ...modeRoutes,
  ...drillsRoutes,
  ...surveysRoutes,
  ...exchangeRoutes,
  ...situationsRoutes,
  ...breakglassRoutes,
  ...journalRoutes,
  ...reviewRoutes,
  ...progressRoutes,
];

/** Every reaction of the house. `ways`: whether notices become mail here. */
export const allReactions = (ways: Ways): readonly Reaction[] => [
  ...formsReactions,
  ...circulationReactions,
  ...exchangeReactions(ways),
  ...sourceApprovalReactions(ways),
  ...feedbackReactions(ways),
  ...offeringReactions(ways),
  ...noticesReactions(ways),
  ...drillsReactions(ways),
  ...breakglassReactions(ways),
];

/** Every job of the house that needs no post office. */
export const allJobs = (worker: Db, clock: Clock, ways: Ways): readonly Job[] => [
  { name: 'circulation.remind', cron: '* * * * *', run: async () => void (await remind(worker, clock)) },
  { name: 'circulation.escalate', cron: '* * * * *', run: async () => void (await escalate(worker, clock)) },
  { name: 'platform.sweep', cron: '17 4 * * *', run: () => sweep(worker, clock) },
  { name: 'files.sweep', cron: '37 4 * * *', run: () => sweepFiles(worker, clock) },
  { name: 'notices.sweep', cron: '27 4 * * *', run: () => sweepNotices(worker, clock) },
  { name: 'exchange.obligations', cron: '* * * * *', run: async () => void (await watchObligations(worker, clock)) },
  { name: 'exchange.askings', cron: '* * * * *', run: async () => void (await watchAskings(worker, clock)) },
  { name: 'exchange.hand-over', cron: '*/5 * * * *', run: async () => void (await carryOutOnTheDay(worker, clock)) },
  { name: 'situations.near', cron: '* * * * *', run: async () => void (await tellReportsDue(worker, clock, ways)) },
  { name: 'notices.chase-keys', cron: '7 9 * * *', run: async () => void (await chaseKeys(worker, clock, ways)) },
  { name: 'parties.chase-contacts', cron: '7 * * * *', run: async () => void (await chaseContacts(worker, clock)) },
  { name: 'parties.succeed', cron: '*/5 * * * *', run: async () => void (await noteSuccessions(worker, clock)) },
  { name: 'breakglass.tell', cron: '* * * * *', run: async () => void (await tellConcerned(worker, clock, ways)) },
  { name: 'circulation.deliver-late', cron: '*/5 * * * *', run: async () => void (await deliverLate(worker, clock)) },
];

/** The post of the house, once a minute: notices become letters, and letters go out. */
export const postJob = (worker: Db, clock: Clock, by: { office: Office; post: Post; log: Log }): Job => ({
  name: 'notices.post',
  cron: '* * * * *',
  run: async () => {
    await composeMail(worker, clock, by.office);
    const givenUp = (letter: string, code: string) => letterRefused(worker, clock.now(), letter, code);
    await sendMail(worker, clock, { ...by, givenUp });
  },
});

/** What the server says in words, in both languages. */
export const serverWords = readWords([
  here('./platform/messages'),
  here('./plain/messages'),
  ...rooms.map((room) => here(`./modules/${room}/messages`)),
]);

/** The whole HTTP face: guards, health, doors, streams, portal. `extra` are routes of this process only, such as a demo's. */
export const buildApp = (
  serving: Serving,
  health: Health,
  extra: readonly Route[] = [],
  more: (app: Hono) => void = () => undefined,
): { app: Hono; wake: () => void; close: () => void } => {
  const app = new Hono();
  guardBrowsers(app, serving.publicOrigin);
  const routes = [...allRoutes, ...extra];
  const document = JSON.stringify(openApi(allRoutes, version));
  const streams = openStreams(serving, async (acting, since) => [
    ...(await changesSince(acting, since)),
    ...(await channelChanges(acting, since)),
    ...(await exchangeChanges(acting, since)),
    ...(await noticeChanges(acting, since)),
    ...(await modeChanges(acting, since)),
    ...(await drillChanges(acting, since)),
    ...(await surveyChanges(acting, since)),
    ...(await situationChanges(acting, since)),
  ]);
  serveHealth(app, health);
  app.get('/api/openapi.json', (c) => c.body(document, 200, { 'Content-Type': 'application/json; charset=utf-8' }));
  app.get('/api/events', async (c) => {
    try {
      return await streams.answer(c);
    } catch (error) {
      return refuse(c, error, serving, 'events');
    }
  });
  serveDoors(app, routes, serving);
  app.all('/api/*', (c) => refuse(c, new Refusal('not-found', {}, 404), serving, 'none'));
  more(app);
  servePortal(app, here('../dist/portal'));
  return { app, wake: streams.wake, close: streams.close };
};
