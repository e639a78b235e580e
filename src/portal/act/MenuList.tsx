import type { RefObject } from 'react';
import { Menu, MenuItem as Item, Popover } from 'react-aria-components';
import { t } from '../text.ts';
import { useGo } from './go.ts';

/** An entry of a menu: where it leads or what it does; `current` says where one is. */
export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Stands at the right: how much waits there. */
  readonly end?: string | undefined;
  readonly href?: string;
  readonly current?: boolean;
  readonly onPick?: () => void;
}

/** The opened list of a menu: arrows, first letters, Esc, focus given back. */
export default function MenuList({
  trigger,
  name,
  items,
  onClose,
}: {
  trigger: RefObject<HTMLButtonElement | null>;
  name: string;
  items: readonly MenuItem[];
  onClose: () => void;
}) {
  const go = useGo();
  const picked = (key: string | number): void => {
    const item = items.find((it) => it.key === key);
    onClose();
    if (item?.current === true) return;
    item?.onPick?.();
    if (item?.href !== undefined) go(item.href);
  };
  return (
    <Popover
      className="menu"
      aria-label={name}
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      offset={0}
    >
      <Menu aria-label={name} autoFocus="first" onAction={picked}>
        {items.map((it) => (
          <Item
            key={it.key}
            id={it.key}
            className={it.current === true ? 'menu-item current' : 'menu-item'}
            textValue={`${it.label} ${it.hint ?? ''}`}
          >
            <span className="called">{it.label}</span>
            <span>{it.hint}</span>
            <span className="end">{it.current === true ? t('portal.menu.here') : it.end}</span>
          </Item>
        ))}
      </Menu>
    </Popover>
  );
}
