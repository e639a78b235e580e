import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { label } from '../../kernel/marking.ts';
import type { Handling } from '../../kernel/marking.ts';

interface Marking {
  readonly mark: Handling | null;
  readonly set: (mark: Handling | null) => void;
}

const PageMark = createContext<Marking>({ mark: null, set: () => {} });

/** Lets the page's head tell its handling mark to the foot, to print and to file names. */
export function MarkProvider({ children }: { children: ReactNode }) {
  const [mark, set] = useState<Handling | null>(null);
  return <PageMark value={{ mark, set }}>{children}</PageMark>;
}

/** Declares the mark of the page for as long as it stands. */
export const useDeclareMark = (mark: Handling | null): void => {
  const { set } = useContext(PageMark);
  const said = mark === null ? null : `${mark.scheme} ${mark.version} ${mark.value}`;
  // A mark is the same when its words are.
  useEffect(() => {
    set(mark);
    return () => set(null);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [said, set]);
};

/** Puts the mark into the margin of every sheet that the page is printed on. */
export const usePrintMark = (text: string | null): void => {
  useEffect(() => {
    const { style } = document.documentElement;
    if (text === null) return undefined;
    style.setProperty('--print-mark', JSON.stringify(text));
    return () => void style.removeProperty('--print-mark');
  }, [text]);
};

/** The mark of the page. */
export const usePageMark = (): Handling | null => useContext(PageMark).mark;

/** The mark of the page in words, `TLP:AMBER`. */
export const useMark = (): string | null => {
  const mark = usePageMark();
  return mark === null ? null : label(mark);
};
