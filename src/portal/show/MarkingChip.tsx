import { label, strictnessOf } from '../../kernel/marking.ts';
import type { Handling, Strictness } from '../../kernel/marking.ts';
import { t } from '../text.ts';
import { Tag } from './Tag.tsx';

/** A handling mark in FIRST's colours on black, as its originator wrote it; without a mark it says so. */
export function MarkingChip({ mark, big = false }: { mark: Handling | null; big?: boolean }) {
  if (mark === null) return <Tag>{t('portal.mark.none')}</Tag>;
  const place = strictnessOf(mark);
  return (
    <span className={`chip chip-${place.replace('+', '-')}${big ? ' big' : ''}`} title={meaning(place)}>
      {label(mark)}
    </span>
  );
}

/** What a mark allows, in plain words. */
export const meaning = (place: Strictness): string =>
  ({
    CLEAR: t('portal.mark.clear'),
    GREEN: t('portal.mark.green'),
    AMBER: t('portal.mark.amber'),
    'AMBER+STRICT': t('portal.mark.amber-strict'),
    RED: t('portal.mark.red'),
  })[place];
