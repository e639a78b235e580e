/// <reference types="vite/client" />
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, useLocation } from '@tanstack/react-router';
import { StrictMode, useEffect } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepTime } from './kernel/time.ts';
import { pages as breakglassPages } from './modules/breakglass/pages/index.ts';
import { channelsDoors } from './modules/channels/contract.ts';
import { pages as channelsPages } from './modules/channels/pages/index.ts';
import { circulationDoors } from './modules/circulation/contract.ts';
import { pages as circulationPages } from './modules/circulation/pages/index.ts';
import { pages as deskPages } from './modules/desk/pages/index.ts';
import { pages as exchangePages } from './modules/exchange/pages/index.ts';
import { pages as drillsPages } from './modules/drills/pages/index.ts';
import { DrillOverAll } from './modules/drills/pages/DrillOverAll.tsx';
import { pages as modePages } from './modules/mode/pages/index.ts';
import { ModeOverAll } from './modules/mode/pages/ModeOverAll.tsx';
import { noticesDoors } from './modules/notices/contract.ts';
import { pages as noticesPages } from './modules/notices/pages/index.ts';
import { pages as journalPages } from './modules/journal/pages/index.ts';
import { partiesDoors } from './modules/parties/contract.ts';
import type { SessionView } from './modules/parties/contract.ts';
import { RecoveryTold } from './modules/parties/pages/me/RecoveryTold.tsx';
import { pages as partiesPages } from './modules/parties/pages/index.ts';
import { pages as progressPages } from './modules/progress/pages/index.ts';
import { pages as reviewPages } from './modules/review/pages/index.ts';
import { pages as surveysPages } from './modules/surveys/pages/index.ts';
import { pages as situationsPages } from './modules/situations/pages/index.ts';
import { Boundary } from './portal/act/Boundary.tsx';
import { Answer, wordsOf } from './portal/act/Refusal.tsx';
import { say } from './portal/act/Toast.tsx';
import { carryLinks } from './portal/act/go.ts';
import { call, onSignedOut } from './portal/client.ts';
import { ClockProvider } from './portal/data/clock.tsx';
import { forgetDrafts } from './portal/data/draft.ts';
import { listen, useLive } from './portal/data/live.ts';
import { navOf } from './portal/data/page.ts';
import type { PageDef } from './portal/data/page.ts';
import { queries, useGet } from './portal/data/query.ts';
import { enterRealm } from './portal/data/realm.ts';
import { routerOf } from './portal/data/router.tsx';
import { DeskPartsProvider, deskPartsOf } from './portal/data/desk.tsx';
import { Shell } from './portal/shell/Shell.tsx';
import { both, languageOf, speak, t } from './portal/text.ts';
import type { Catalogue, Language } from './portal/text.ts';

type Texts = () => Promise<{ default: Catalogue }>;

/** The texts of the house in both languages; only those of the language in use are fetched. */
const texts: Readonly<Record<Language, readonly Texts[]>> = {
  ja: [
    () => import('./platform/messages/ja.json', { with: { type: 'json' } }),
    () => import('./portal/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/programme/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/parties/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/forms/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/circulation/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/files/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/channels/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/notices/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/mode/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/drills/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/surveys/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/exchange/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/situations/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/breakglass/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/journal/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/review/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/progress/messages/ja.json', { with: { type: 'json' } }),
    () => import('./modules/desk/messages/ja.json', { with: { type: 'json' } }),
  ],
  en: [
    () => import('./platform/messages/en.json', { with: { type: 'json' } }),
    () => import('./portal/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/programme/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/parties/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/forms/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/circulation/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/files/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/channels/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/notices/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/mode/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/drills/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/surveys/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/exchange/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/situations/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/breakglass/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/journal/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/review/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/progress/messages/en.json', { with: { type: 'json' } }),
    () => import('./modules/desk/messages/en.json', { with: { type: 'json' } }),
  ],
};

/** The pages of the rooms, in the order of the house. */
const pages: PageDef[] = [
  ...deskPages,
  ...circulationPages,
  ...channelsPages,
  ...noticesPages,
  ...modePages,
  ...drillsPages,
  ...surveysPages,
  ...exchangePages,
  ...situationsPages,
  ...breakglassPages,
  ...reviewPages,
  ...journalPages,
  ...progressPages,
  ...partiesPages,
];
if (import.meta.env.DEV) pages.push({ path: '/kit', load: () => import('./portal/kit/Gallery.tsx'), bare: true });

/** The shell around a page, with who is acting and what waits for them. */
function Framed({ children }: { children: ReactNode }) {
  const session = useGet(partiesDoors.showSession);
  const known = session.data !== undefined;
  useEffect(() => (known ? listen() : undefined), [known]);
  return <Answer of={session}>{(it) => <Seated session={it}>{children}</Seated>}</Answer>;
}

function Seated({ session, children }: { session: SessionView; children: ReactNode }) {
  const { pathname } = useLocation();
  const live = useLive();
  const waiting = useGet(circulationDoors.waiting).data;
  const unread = useGet(noticesDoors.unreadNotices).data?.count ?? 0;
  const talks = session.powers.includes('take-part');
  const talk = useGet(channelsDoors.unread, {}, { enabled: talks }).data?.threads;
  const counts: Readonly<Record<string, number | undefined>> =
    waiting === undefined
      ? {}
      : {
          '/': waiting.reports + waiting.provisions,
          '/reports': waiting.reports,
          '/provisions': waiting.provisions,
          '/channels': talk,
        };
  const nav = navOf(pages, session.powers, t).map((it) => ({ ...it, waiting: counts[it.href] ?? 0 }));
  return (
    <Shell
      person={{ name: both(session.person.name) }}
      seat={session.seat.id}
      seats={session.seats.map((it) => ({
        key: it.id,
        body: both(it.body.name),
        capacity: `${both(it.title.short)} ${both(it.title.role)}`,
      }))}
      realm={session.realm}
      realms={session.realms.map((it) => ({
        key: it.id,
        label: realmLabel(it.kind),
        name: both(it.name),
        live: it.kind === 'live',
      }))}
      nav={nav}
      path={pathname}
      live={live}
      notices={unread}
      mode={<ModeOverAll />}
      inRealm={<DrillOverAll />}
      onSeat={(seat) => void moveTo(seat).catch((error: unknown) => say(wordsOf(error).title, 'stop'))}
      onRealm={(key) => enterRealm(session.realms.find((it) => it.id === key)?.kind === 'live' ? 'live' : key)}
      onSignOut={() => void leave()}
    >
      {session.recovery !== null && <RecoveryTold recovery={session.recovery} />}
      <Boundary key={pathname}>{children}</Boundary>
    </Shell>
  );
}

const realmLabel = (kind: SessionView['realms'][number]['kind']): string =>
  ({ live: t('portal.realm.live'), drill: t('portal.realm.drill'), exercise: t('portal.realm.exercise') })[kind];

const moveTo = async (seat: string): Promise<void> => {
  await call(partiesDoors.switchSeat, { body: { seat } });
  location.assign('/');
};

const leave = async (): Promise<void> => {
  await call(partiesDoors.signOut).catch(() => {});
  forgetDrafts();
  location.assign('/sign-in');
};

const start = async (): Promise<void> => {
  const { timeZone = '', fiscalYearBegins = '' } = document.documentElement.dataset;
  keepTime({ timeZone, fiscalYearBegins });
  const language = languageOf(document.cookie);
  document.documentElement.lang = language;
  speak(
    language,
    (await Promise.all(texts[language].map((load) => load()))).map((it) => it.default),
  );
  const router = routerOf(pages, Framed);
  const deskParts = deskPartsOf(pages);
  onSignedOut(() => {
    const { pathname, search } = window.location;
    if (pathname !== '/sign-in') router.history.push(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  });
  carryLinks(router);
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no place for the portal');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <ClockProvider>
          <Boundary>
            <DeskPartsProvider value={deskParts}>
              <RouterProvider router={router} />
            </DeskPartsProvider>
          </Boundary>
        </ClockProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
};

void import('./portal/styles/fonts.css');
void start();
