import type { ReactNode } from 'react';
import type { MenuItem } from '../act/Menu.tsx';
import type { Live } from './live.ts';
import type { NavItem } from './page.ts';

/** What the shell is given by the composition; it asks for nothing itself. */
export interface ShellProps {
  readonly person: { readonly name: string };
  readonly seat: string;
  readonly seats: readonly {
    readonly key: string;
    readonly body: string;
    readonly capacity: string;
    readonly waiting?: number;
  }[];
  readonly realm: string;
  /** `label` is `実運用`, `【訓練】`, `【演習】`; `name` what it is called. */
  readonly realms: readonly {
    readonly key: string;
    readonly label: string;
    readonly name: string;
    readonly live: boolean;
  }[];
  readonly nav: readonly NavItem[];
  readonly path: string;
  readonly live: Live;
  readonly notices?: number;
  /** In the foot, e.g. that everything here is invented. */
  readonly notice?: string | undefined;
  /** The operating mode's banner, when it is not the ordinary one. */
  readonly mode?: ReactNode;
  /** Stands in the banner of a drill or an exercise: how it goes on, and the way out. */
  readonly inRealm?: ReactNode;
  readonly personLinks?: readonly MenuItem[];
  readonly onSeat: (key: string) => void;
  readonly onRealm: (key: string) => void;
  readonly onSignOut: () => void;
  readonly children: ReactNode;
}
