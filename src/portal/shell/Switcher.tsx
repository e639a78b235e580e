import { Menu } from '../act/Menu.tsx';
import type { MenuItem } from '../act/Menu.tsx';
import { Icon } from '../show/Icon.tsx';

/** Shows where one sits (seat) or works (realm) and lets one change it. */
export function Switcher({
  kind,
  title,
  at,
  as,
  items,
}: {
  kind: 'seat' | 'realm';
  title: string;
  at: string;
  as?: string | undefined;
  items: readonly MenuItem[];
}) {
  return (
    <div className={`switcher ${kind}`}>
      <Menu
        name={title}
        items={items}
        label={
          <>
            <span>
              <span className="is">{title}</span>
              <span className="at">{at}</span>
              {as !== undefined && <span className="as">{as}</span>}
            </span>
            <Icon name="down" />
          </>
        }
      />
    </div>
  );
}
