import { useId } from 'react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

/** A framed part of a page. `key` is the one thing to do here; `source` tells who reported, to whom it is shown. */
export function Panel({
  title,
  tone = 'plain',
  icon,
  hint,
  level = 2,
  children,
}: {
  title: ReactNode;
  tone?: 'plain' | 'key' | 'quiet' | 'source';
  icon?: IconName;
  hint?: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
}) {
  const id = useId();
  const Heading: 'h2' | 'h3' = level === 2 ? 'h2' : 'h3';
  return (
    <section className={tone === 'plain' ? 'panel' : `panel ${tone}`} aria-labelledby={id}>
      <Heading id={id}>
        {icon !== undefined && <Icon name={icon} />}
        {title}
        {hint !== undefined && <small>{hint}</small>}
      </Heading>
      {children}
    </section>
  );
}
