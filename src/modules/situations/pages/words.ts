import { useGet } from '../../../portal/data/query.ts';
import { both, t } from '../../../portal/text.ts';
import { programmeDoors } from '../../programme/contract.ts';
import type { Moment, Part, SectorState, SpillView } from '../shapes.ts';

interface Named {
  readonly key: string;
  readonly label: string;
}

/** The programme's words for sectors and regions, in the reader's language; keys until it has been read. */
export interface BoardWords {
  readonly sectors: readonly Named[];
  readonly regions: readonly (Named & { readonly tile: readonly number[] })[];
  readonly sector: (key: string) => string;
  /** `東北・関東` */
  readonly inRegions: (keys: readonly string[]) => string;
}

/** Reads them once. */
export const useBoardWords = (): BoardWords => {
  const programme = useGet(programmeDoors.programme).data;
  const sectors = (programme?.sectors ?? []).map((it) => ({ key: it.key, label: both(it.title) }));
  const regions = (programme?.regions ?? []).map((it) => ({ key: it.key, label: both(it.title), tile: it.tile }));
  const of = (list: readonly Named[], key: string): string => list.find((it) => it.key === key)?.label ?? key;
  return {
    sectors,
    regions,
    sector: (key) => of(sectors, key),
    inRegions: (keys) => keys.map((key) => of(regions, key)).join(t('situations.and')),
  };
};

/** How a sector stands, in a word. */
export const stateWord = (state: SectorState | null): string =>
  state === null
    ? t('situations.state.none')
    : {
        stopped: t('situations.state.stopped'),
        degraded: t('situations.state.degraded'),
        checking: t('situations.state.checking'),
        normal: t('situations.state.normal'),
      }[state];

/** The sign of a state: a shape that is told from the others without its colour. */
export const signOf = (state: SectorState | null): string =>
  state === null ? '―' : { stopped: '■', degraded: '▲', checking: '◆', normal: '●' }[state];

/** What is thought of a spill-over, in a word. */
export const howWord = (how: SpillView['how']): string =>
  ({
    suspected: t('situations.spill.suspected'),
    confirmed: t('situations.spill.confirmed'),
    'ruled-out': t('situations.spill.ruled-out'),
  })[how];

/** With whom, in a word. */
export const partWord = (part: Part | 'desk'): string =>
  ({
    desk: t('situations.part.desk'),
    ministries: t('situations.part.ministries'),
    crisis: t('situations.part.crisis'),
  })[part];

/** The kind of a moment, in a word. */
export const kindWord = (kind: Moment['kind']): string =>
  ({
    course: t('situations.kind.course'),
    mode: t('situations.kind.mode'),
    report: t('situations.kind.report'),
    state: t('situations.kind.state'),
    spill: t('situations.kind.spill'),
    decision: t('situations.kind.decision'),
    entry: t('situations.kind.entry'),
    asked: t('situations.kind.asked'),
    shared: t('situations.kind.shared'),
  })[kind];

/** What an entry by hand is, in a word. */
export const entryWord = (kind: string): string =>
  kind === 'damage'
    ? t('situations.entry.damage')
    : kind === 'contact'
      ? t('situations.entry.contact')
      : t('situations.entry.note');
