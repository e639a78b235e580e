import type { ReactNode } from 'react';

/** Said where there is nothing: that there is nothing, and what one can do. */
export function EmptyState({
  title,
  children,
  action,
  whole = false,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Whether nothing else stands on the page, so that its words are the page's heading. */
  whole?: boolean;
}) {
  const Title: 'h1' | 'p' = whole ? 'h1' : 'p';
  return (
    <div className="empty">
      <Title>{title}</Title>
      {children !== undefined && <p className="small">{children}</p>}
      {action !== undefined && <p>{action}</p>}
    </div>
  );
}
