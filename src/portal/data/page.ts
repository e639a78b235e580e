import type { ComponentType } from 'react';
import type { Power } from '../../kernel/power.ts';

/** What a page is given: the named parts of its address. */
export interface PageProps {
  readonly params: Readonly<Record<string, string>>;
}

/** A page that a room adds to the portal. */
export interface PageDef {
  /** e.g. `/reports/$id` */
  readonly path: string;
  /** Brings the page when it is first opened; its default export is the component. */
  readonly load: () => Promise<{ default: ComponentType<PageProps> }>;
  /** Its place among the rooms at the left: text key, order (a new group at each full hundred), and who sees it. */
  readonly nav?: { readonly key: string; readonly order: number; readonly may?: Power | readonly Power[] };
  /** What it puts on top of the desk, and who sees it there. Shows nothing where there is nothing to say. */
  readonly desk?: { readonly load: () => Promise<{ default: ComponentType }>; readonly may?: readonly Power[] };
  /** Without the shell, e.g. sign-in. */
  readonly bare?: boolean;
}

/** A room in the rail: where it is, what it is called, how much waits there. */
export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly waiting?: number;
  /** Rooms of one group stand together, a hairline parts the groups. */
  readonly group: number;
}

/** The rooms that a holder of these powers sees, in order. */
export const navOf = (pages: readonly PageDef[], powers: readonly Power[], label: (key: string) => string): NavItem[] =>
  pages
    .flatMap((page) => (page.nav === undefined ? [] : [{ path: page.path, ...page.nav }]))
    .filter(({ may }) => may === undefined || [may].flat().some((power) => powers.includes(power)))
    .sort((a, b) => a.order - b.order)
    .map(({ path, key, order }) => ({ href: path, label: label(key), group: Math.floor(order / 100) }));
