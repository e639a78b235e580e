import type { ReactNode } from 'react';
import { t } from '../text.ts';
import { Icon } from './Icon.tsx';
import { Tag } from './Tag.tsx';

/** A term and its value. `was` marks it as changed and says what stood there; `unseen` says why there is no value. */
export interface FactItem {
  readonly term: string;
  readonly value?: ReactNode;
  readonly was?: ReactNode;
  readonly unseen?: string | undefined;
  readonly note?: ReactNode;
}

/** Facts about a thing. Nothing is left blank: unknown, masked and withheld are said. */
export function Facts({ items }: { items: readonly FactItem[] }) {
  return (
    <dl className="facts">
      {items.map(({ term, value, was, unseen, note }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {unseen === undefined ? (
              (value ?? <span className="dim">{t('portal.facts.empty')}</span>)
            ) : (
              <Unseen>{unseen}</Unseen>
            )}
            {was !== undefined && (
              <span className="more">
                <Tag tone="new">{t('portal.facts.changed')}</Tag> {was}
              </span>
            )}
            {note !== undefined && <span className="more">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Unseen({ children }: { children: ReactNode }) {
  return (
    <span className="dim">
      <Icon name="eyeoff" /> {children}
    </span>
  );
}
