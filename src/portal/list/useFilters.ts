import { useLocation, useRouter } from '@tanstack/react-router';

/** The filters with what stands in an address laid over them; what the address does not know keeps its default. */
export const filtersOf = <F extends Readonly<Record<string, string>>>(defaults: F, search: string): F => {
  const asked = new URLSearchParams(search);
  return Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, asked.get(name) ?? value])) as F;
};

/** The address's query for these filters, without what stands at its default; other parts of it stay. */
export const searchOf = <F extends Readonly<Record<string, string>>>(
  defaults: F,
  filters: F,
  search: string,
): string => {
  const asked = new URLSearchParams(search);
  for (const [name, value] of Object.entries(filters)) {
    if (value === defaults[name]) asked.delete(name);
    else asked.set(name, value);
  }
  return asked.size > 0 ? `?${asked}` : '';
};

/** Filters that live in the address, so that a view can be sent to someone and the back button undoes. */
export const useFilters = <F extends Readonly<Record<string, string>>>(
  defaults: F,
): readonly [F, (change: Partial<F>) => void, () => void] => {
  const router = useRouter();
  const { pathname, searchStr } = useLocation();
  const filters = filtersOf(defaults, searchStr);
  const go = (next: F): void => router.history.replace(pathname + searchOf(defaults, next, searchStr));
  return [filters, (change) => go({ ...filters, ...change }), () => go(defaults)];
};
