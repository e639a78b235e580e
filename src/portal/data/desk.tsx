import { createContext, lazy, Suspense, useContext } from 'react';
import type { ComponentType } from 'react';
import type { Power } from '../../kernel/power.ts';
import type { PageDef } from './page.ts';

interface Part {
  readonly path: string;
  readonly may: readonly Power[] | null;
  readonly Shown: ComponentType;
}

/** What rooms put on the desk, made once from their pages. */
export const deskPartsOf = (pages: readonly PageDef[]): readonly Part[] =>
  pages.flatMap(({ path, desk }) =>
    desk === undefined ? [] : [{ path, may: desk.may ?? null, Shown: lazy(desk.load) }],
  );

const Parts = createContext<readonly Part[]>([]);

/** Makes the parts known to the desk. */
export const DeskPartsProvider = Parts.Provider;

/** What rooms have to say on top of the desk, for a seat with these powers. */
export function DeskParts({ powers }: { powers: readonly Power[] }) {
  const parts = useContext(Parts).filter(({ may }) => may === null || may.some((power) => powers.includes(power)));
  return (
    <Suspense fallback={null}>
      {parts.map(({ path, Shown }) => (
        <Shown key={path} />
      ))}
    </Suspense>
  );
}
