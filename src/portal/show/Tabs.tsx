import { figure } from '../text.ts';

/** A way to look at the same thing: a filter or a version. It is a link, so that it can be sent to someone. */
export interface Tab {
  readonly key: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly href: string;
}

/** Ways to look at the same thing, one of them current. */
export function Tabs({ label, items, current }: { label: string; items: readonly Tab[]; current: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((it) => (
        <a key={it.key} href={it.href} aria-current={it.key === current ? 'true' : undefined}>
          {it.label}
          {it.count !== undefined && ` ${figure(it.count)}`}
        </a>
      ))}
    </nav>
  );
}
