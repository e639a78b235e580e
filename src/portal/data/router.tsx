import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  useParams,
} from '@tanstack/react-router';
import type { AnyRouter } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { NotThere, RefusalNote } from '../act/Refusal.tsx';
import { Loading } from '../list/Loading.tsx';
import type { PageDef, PageProps } from './page.ts';

/** A frame around pages. */
export type Frame = ComponentType<{ children: ReactNode }>;

// Queries of an address stay plain words: filters read and write them as they are.
const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));
const stringifySearch = (search: Record<string, unknown>): string => {
  const asked = new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)]));
  return asked.size > 0 ? `?${asked}` : '';
};

/** The router of these pages; each page's code comes when it is opened. `Framed` stands around those that are not bare. */
export const routerOf = (pages: readonly PageDef[], Framed: Frame): AnyRouter => {
  const root = createRootRoute({ component: Outlet });
  const framed = createRoute({
    getParentRoute: () => root,
    id: 'framed',
    component: () => (
      <Framed>
        <Outlet />
      </Framed>
    ),
  });
  const routeOf = (page: PageDef) =>
    createRoute({
      getParentRoute: () => (page.bare === true ? root : framed),
      path: page.path,
      component: lazyRouteComponent(async () => ({ default: given((await page.load()).default) })),
    });
  const all = pages.map((page) => ({ page, route: routeOf(page) }));
  const inside = all.filter((it) => it.page.bare !== true).map((it) => it.route);
  const outside = all.filter((it) => it.page.bare === true).map((it) => it.route);
  return createRouter({
    routeTree: root.addChildren([framed.addChildren(inside), ...outside]),
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultNotFoundComponent: () => (
      <Framed>
        <NotThere />
      </Framed>
    ),
    defaultErrorComponent: ({ error, reset }) => <RefusalNote error={error} retry={reset} />,
  }) as AnyRouter;
};

/** Hands a page the named parts of its address, and gives it a life of its own for each. */
const given = (Page: ComponentType<PageProps>) =>
  function Given() {
    const params: Readonly<Record<string, string>> = useParams({ strict: false });
    return <Page key={JSON.stringify(params)} params={params} />;
  };
