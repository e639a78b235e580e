import type { ReactNode } from 'react';
import { rich } from '../text.ts';

/** Moves the focus to the next or the previous row of what is on the page; begins at the first. */
export const moveRow = (by: 1 | -1): void => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-rows] [data-row]')];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
  const target = next?.querySelector<HTMLElement>('[data-open]') ?? next?.querySelector<HTMLElement>('a, button');
  target?.focus();
  next?.scrollIntoView({ block: 'nearest' });
};

/** Rows inside can be walked with j and k and opened with Enter. `end` stands beside the hint, e.g. the CSV. */
export function RowKeys({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div data-rows>
      {children}
      <p className="table-foot">
        <RowHint />
        {end}
      </p>
    </div>
  );
}

/** The words that tell of j, k and Enter. */
export function RowHint() {
  return (
    <span className="no-print">
      {rich('portal.list.keys', { j: <kbd>j</kbd>, k: <kbd>k</kbd>, enter: <kbd>Enter</kbd> })}
    </span>
  );
}
