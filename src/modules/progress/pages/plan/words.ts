import { fiscalYearBounds } from '../../../../kernel/time.ts';
import { fiscal } from '../../../../portal/data/phrases.ts';
import { both, figure, hasText, language, t } from '../../../../portal/text.ts';
import type { MeasureView, PlanView } from '../../contract.ts';

/** What a fact is called where it is counted; a fact of another programme is called by its name. */
export const factOf = (fact: string): string => (hasText(`progress.fact.${fact}`) ? t(`progress.fact.${fact}`) : fact);

/** `令和8年度` for 2026. */
export const yearOf = (year: number): string => fiscal(fiscalYearBounds(year).from);

/** `4月` or `Apr` for `2026-04`. */
export const monthOf = (month: string): string =>
  new Intl.DateTimeFormat(language() === 'ja' ? 'ja-JP' : 'en-GB', {
    month: language() === 'ja' ? 'long' : 'short',
    timeZone: 'UTC',
  }).format(new Date(`${month}-15T00:00:00Z`));

/** `4月から11月`, the months of which evidence is shown. */
export const spanOf = (months: readonly string[]): string => {
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined
    ? ''
    : t('progress.months', { from: monthOf(first), to: monthOf(last) });
};

/** The names of those who answer for a measure. */
export const ownersOf = (keys: readonly string[], plan: Pick<PlanView, 'owners'>): string =>
  keys.map((key) => nameOf(key, plan)).join(language() === 'ja' ? '、' : ', ');

const nameOf = (key: string, plan: Pick<PlanView, 'owners'>): string => {
  const title = plan.owners.find((it) => it.key === key)?.title;
  return title === undefined ? key : both(title);
};

/** The facts of a measure added up month by month. */
export const monthly = (it: MeasureView, months: readonly string[]): number[] =>
  months.map((_, i) => it.evidence.reduce((sum, one) => sum + (one.months[i] ?? 0), 0));

/** A row of months in words, for those who do not see the bars. */
export const spoken = (values: readonly number[], months: readonly string[]): string =>
  t('progress.spoken', { months: spanOf(months), values: values.map(figure).join(language() === 'ja' ? '、' : ', ') });

/** Where a measure has its page. */
export const hrefOf = (label: string, year: string): string =>
  `/plan/${encodeURIComponent(label)}${year === '' ? '' : `?year=${year}`}`;
