import { useId } from 'react';
import type { ReactNode } from 'react';
import { MarkingChip } from '../../../../portal/show/MarkingChip.tsx';
import type { Handling } from '../../../../kernel/marking.ts';

/** A part of what stands beside the desk: a heading over a ruled list, or a sentence where there is nothing. */
export function Part<T>({
  title,
  items,
  none,
  children,
}: {
  title: string;
  items: readonly T[] | undefined;
  none: string;
  children: (it: T) => ReactNode;
}) {
  const id = useId();
  if (items === undefined) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {items.length === 0 ? (
        <p className="ruled small dim nothing">{none}</p>
      ) : (
        <ul className="ruled">{items.map(children)}</ul>
      )}
    </section>
  );
}

/** One line of such a part: what it is, what kind, when, its mark and how it stands. */
export function Sent({
  href,
  title,
  mark,
  about,
  state,
  children,
}: {
  href: string;
  title: string;
  mark: Handling;
  about: ReactNode;
  state?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li>
      <p>
        <a href={href}>{title}</a>
      </p>
      <p className="small dim cluster">
        <span>{about}</span> <MarkingChip mark={mark} /> {state}
      </p>
      {children}
    </li>
  );
}
