import type { ReactNode } from 'react';
import { t } from '../text.ts';

/** Desk rows of one nearness: 期限を過ぎた, 1時間以内, きょう中, そのあと. Nothing is drawn when there are none. */
export function DeskGroup({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <section className="desk-group">
      <h3>
        {title} <small className="dim">{t('portal.list.count', { n: count })}</small>
      </h3>
      <ul>{children}</ul>
    </section>
  );
}
