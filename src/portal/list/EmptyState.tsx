import type { ReactNode } from 'react';

/** Said where there is nothing: that there is nothing, and what one can do. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{title}</p>
      {children !== undefined && <p className="small">{children}</p>}
      {action !== undefined && <p>{action}</p>}
    </div>
  );
}
