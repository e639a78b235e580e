import { useContext } from 'react';
import type { ReactNode } from 'react';
import { label } from '../../kernel/marking.ts';
import type { Handling } from '../../kernel/marking.ts';
import { useDeclareMark, usePrintMark } from '../data/mark.tsx';
import { RealmLabel } from '../data/realm.ts';
import { MarkingChip } from '../show/MarkingChip.tsx';
import { t } from '../text.ts';

/** What a page says of itself. The mark stands before the title, in the window's title, in the foot and on every printed sheet. */
export interface PageHeadProps {
  readonly title: string;
  readonly mark?: Handling | null;
  readonly crumbs?: readonly { readonly label: string; readonly href?: string }[];
  readonly tags?: ReactNode;
  readonly meta?: ReactNode;
  /** Stands at the right end of the title: saved state, buttons. */
  readonly aside?: ReactNode;
}

/** The head of a page with its only `h1`. */
export function PageHead({ title, mark = null, crumbs = [], tags, meta, aside }: PageHeadProps) {
  const realm = useContext(RealmLabel);
  useDeclareMark(mark);
  const printed = mark === null ? null : `${realm} ${label(mark)}`.trim();
  usePrintMark(printed);
  const marked = mark === null ? '' : `【${label(mark)}】`;
  return (
    <div className="page-head">
      <title>{`${realm}${marked}${title}｜${t('portal.brand')} Noroshi`}</title>
      {printed !== null && (
        <p className="print-mark" aria-hidden="true">
          {printed}
        </p>
      )}
      {crumbs.length > 0 && (
        <nav aria-label={t('portal.crumbs')}>
          <ol className="crumbs">
            {crumbs.map((it) => (
              <li key={it.label}>{it.href === undefined ? it.label : <a href={it.href}>{it.label}</a>}</li>
            ))}
          </ol>
        </nav>
      )}
      <div className="title">
        <div>
          {mark !== null && <MarkingChip mark={mark} big />}
          <h1>
            {realm}
            {title}
          </h1>
          {tags}
        </div>
        {aside !== undefined && <div>{aside}</div>}
      </div>
      {meta !== undefined && <div className="meta">{meta}</div>}
    </div>
  );
}
