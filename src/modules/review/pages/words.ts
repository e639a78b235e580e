import { fiscalYearBounds } from '../../../kernel/time.ts';
import { fiscal } from '../../../portal/data/phrases.ts';
import { useGet } from '../../../portal/data/query.ts';
import { both, t } from '../../../portal/text.ts';
import { programmeDoors } from '../../programme/contract.ts';
import type { Counted, Released } from '../contract.ts';

/** What codes, capacities and sectors are called. */
export interface Names {
  readonly row: (it: { readonly what: Counted; readonly code: string }) => string;
  readonly capacity: (key: string) => string;
  readonly sector: (key: string) => string;
}

/** The names of the programme; keys where it is not there yet. */
export const useNames = (): Names => {
  const programme = useGet(programmeDoors.programme).data;
  const titled = (
    list: readonly { key: string; title: { ja: string; en: string } }[] | undefined,
    key: string,
  ): string => {
    const title = list?.find((it) => it.key === key)?.title;
    return title === undefined ? key : both(title);
  };
  return {
    row: ({ what, code }) => {
      if (code === '') return t(`review.what.${what}`);
      const list = programme?.codeLists.find((it) => it.key === (what === 'events' ? 'event-type' : 'cause-type'));
      const title = list?.codes.find((it) => it.code === code)?.title;
      return title === undefined ? code : both(title);
    },
    capacity: (key) => titled(programme?.capacities, key),
    sector: (key) => titled(programme?.sectors, key),
  };
};

/** `令和8年度` for 2026. */
export const yearOf = (year: number): string => fiscal(fiscalYearBounds(year).from);

/** `令和8年度 第2四半期`. */
export const periodOf = ({ year, quarter }: Pick<Released, 'year' | 'quarter'>): string =>
  quarter === null
    ? t('review.release.period.year', { year: yearOf(year) })
    : t('review.release.period.quarter', { year: yearOf(year), n: quarter });
