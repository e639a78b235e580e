import { milliseconds } from '../../../kernel/time.ts';
import { span } from '../../../portal/data/phrases.ts';
import { useGet } from '../../../portal/data/query.ts';
import { both, t } from '../../../portal/text.ts';
import { programmeDoors, type ProgrammeView } from '../../programme/contract.ts';
import type { ActView, DifferenceView, Verb } from '../contract.ts';

/** What scopes and differences are called, in the reader's language. */
export interface ScopeWords {
  readonly sectors: readonly { readonly key: string; readonly label: string }[];
  readonly regions: readonly { readonly key: string; readonly label: string }[];
  /** `電力・鉄道／東北`; all of them by one word. */
  readonly scope: (sectors: readonly string[], regions: readonly string[]) => string;
  readonly mode: (key: string) => string;
  readonly capacity: (key: string) => string;
  readonly difference: (it: DifferenceView) => string;
}

const named = (items: readonly { key: string; title: { ja: string; en: string } }[] | undefined) =>
  (items ?? []).map((it) => ({ key: it.key, label: both(it.title) }));

/** The words of a programme; keys where it has not been read yet. */
export const scopeWords = (programme: ProgrammeView | undefined): ScopeWords => {
  const [sectors, regions, modes] = [named(programme?.sectors), named(programme?.regions), named(programme?.modes)];
  const capacities = (programme?.capacities ?? []).map((it) => ({ key: it.key, label: both(it.short) }));
  const of = (list: readonly { key: string; label: string }[], key: string): string =>
    list.find((it) => it.key === key)?.label ?? key;
  const part = (list: typeof sectors, keys: readonly string[], all: string): string =>
    keys.length === list.length && list.length > 1 ? all : keys.map((key) => of(list, key)).join(t('mode.and'));
  const capacity = (key: string): string => of(capacities, key);
  return {
    sectors,
    regions,
    mode: (key) => of(modes, key),
    capacity,
    scope: (s, r) =>
      [part(sectors, s, t('mode.all-sectors')), part(regions, r, t('mode.all-regions'))]
        .filter((it) => it !== '')
        .join(t('mode.in')),
    difference: (it) => {
      const who = capacity(it.capacity);
      if (it.kind === 'recipient') return t('mode.differs.reaches', { who });
      const time =
        it.now === null ? t('mode.differs.none') : t('mode.differs.within', { span: span(milliseconds(it.now)) });
      const was = it.was === null ? t('mode.differs.none') : span(milliseconds(it.was));
      const what = it.what === 'relay' ? t('mode.differs.relay', { who }) : t('mode.differs.acknowledge', { who });
      const kind = it.of === 'report' ? t('mode.differs.report') : t('mode.differs.provision');
      return t('mode.differs.time', { of: kind, what, time, was });
    },
  };
};

/** The programme's words, read once and kept. */
export const useScopeWords = (): ScopeWords => scopeWords(useGet(programmeDoors.programme).data);

/** What is done to a mode, in a word. */
export const verbWord = (verb: Verb): string =>
  ({
    declare: t('mode.verb.declare'),
    widen: t('mode.verb.widen'),
    narrow: t('mode.verb.narrow'),
    'stand-down': t('mode.verb.stand-down'),
  })[verb];

/** How an act stands, in a word. */
export const stateWord = (state: ActView['state']): string =>
  ({
    waiting: t('mode.state.waiting'),
    confirmed: t('mode.state.confirmed'),
    withdrawn: t('mode.state.withdrawn'),
  })[state];
