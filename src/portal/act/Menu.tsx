import { Suspense, lazy, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { MenuItem } from './MenuList.tsx';

const MenuList = lazy(() => import('./MenuList.tsx'));

export type { MenuItem } from './MenuList.tsx';

/** A button that opens a menu. The list's code comes when a pointer or the focus draws near. */
export function Menu({
  label,
  name,
  items,
  className,
}: {
  label: ReactNode;
  /** The menu's name for screen readers. */
  name: string;
  items: readonly MenuItem[];
  className?: string;
}) {
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const fetchList = (): void => void import('./MenuList.tsx');
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <button
        type="button"
        ref={trigger}
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={pressed}
        onPointerEnter={fetchList}
        onFocus={fetchList}
      >
        {label}
      </button>
      {open && (
        <Suspense>
          <MenuList trigger={trigger} name={name} items={items} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
