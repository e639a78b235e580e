import type { ReactNode } from 'react';

/** A word about a thing, in a frame: plain, must (required), maybe (optional), new (changed), solid, block (one letter). */
export function Tag({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'must' | 'maybe' | 'new' | 'solid' | 'block';
  children: ReactNode;
}) {
  return <span className={tone === 'plain' ? 'tag' : `tag ${tone}`}>{children}</span>;
}
