import { type Handling, rank, type Strictness, tlp } from '../../../kernel/marking.ts';
import { useGet } from '../../../portal/data/query.ts';
import { both, t } from '../../../portal/text.ts';
import { programmeDoors } from '../../programme/contract.ts';
import type { ViewState } from '../contract.ts';

/** A mark that can be given, in plain words. */
export interface MarkOption {
  readonly key: Strictness;
  readonly label: string;
  readonly mark: Handling;
}

/** What capacities are called, and the marks that can be given, from the strictest. */
export const useWords = (): {
  readonly capacity: (key: string) => string;
  readonly marks: readonly MarkOption[];
} => {
  const programme = useGet(programmeDoors.programme).data;
  const capacities = new Map((programme?.capacities ?? []).map((it) => [it.key, both(it.short)]));
  return {
    capacity: (key) => capacities.get(key) ?? key,
    marks: (programme?.marking ?? [])
      .map((it) => ({ key: it.value, mark: tlp(it.value), label: `TLP:${it.value} ${both(it.title)}` }))
      .sort((a, b) => rank(b.mark) - rank(a.mark)),
  };
};

/** How far an exchange of views has come, in words. */
export const stateWords = (state: ViewState): string =>
  ({
    asked: t('channels.views.state.asked'),
    'passed-on': t('channels.views.state.passed-on'),
    accepted: t('channels.views.state.accepted'),
    declined: t('channels.views.state.declined'),
    dated: t('channels.views.state.dated'),
    held: t('channels.views.state.held'),
    closed: t('channels.views.state.closed'),
  })[state];
