import { rank, tlp } from '../../../../kernel/marking.ts';
import type { Handling, Strictness } from '../../../../kernel/marking.ts';
import { useGet } from '../../../../portal/data/query.ts';
import { both, t } from '../../../../portal/text.ts';
import { acrossSectors } from '../../shapes/report.ts';
import { programmeDoors } from '../../../programme/contract.ts';
import type { ProgrammeView } from '../../../programme/contract.ts';

/** The lists of codes that the pages of this room speak of. */
export type CodeListKey =
  | 'event-type'
  | 'cause-type'
  | 'stage'
  | 'provision-kind'
  | 'acknowledgement'
  | 'unreachable-reason'
  | 'channel'
  | 'triage-state'
  | 'severity-level';

/** A code and what it is called. */
export interface Named {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
}

/** A mark that can be given, in plain words. */
export interface MarkOption extends Named {
  readonly key: Strictness;
  readonly mark: Handling;
}

/** The programme's words in the reader's language. What it does not know is called by its key. */
export interface Words {
  readonly sector: (key: string) => string;
  readonly sectors: readonly Named[];
  readonly kind: (key: string) => string;
  /** What a kind of report is for, in a sentence. */
  readonly kindSays: (key: string) => string;
  readonly kinds: readonly Named[];
  readonly capacity: (key: string) => string;
  /** Who sits in a capacity where it is one public body, else what the capacity is called. */
  readonly holder: (capacity: string) => string;
  /** A public body's name in the reader's language; anyone else's as it is given. */
  readonly body: (name: string) => string;
  /** The operating mode under which something went; nothing for what went before modes were kept. */
  readonly mode: (key: string | null) => string;
  readonly ordinary: (key: string) => boolean;
  readonly code: (list: CodeListKey, code: string) => string;
  readonly codes: (list: CodeListKey) => readonly Named[];
  /** The marks from the strictest to the widest that may be given; `floor` is the mark of what it is made from. */
  readonly marks: (floor?: Handling) => readonly MarkOption[];
}

/** The words of a programme; all keys where it has not been read yet. */
export const wordsOf = (programme: ProgrammeView | undefined): Words => {
  const sectors = (programme?.sectors ?? []).map((it) => ({ key: it.key, label: both(it.title) }));
  const kinds = (programme?.kinds ?? []).map((it) => ({ key: it.key, label: both(it.title), hint: both(it.says) }));
  const capacities = new Map((programme?.capacities ?? []).map((it) => [it.key, both(it.short)]));
  const names = new Map(
    [...(programme?.bodies ?? []), ...(programme?.ceptoars ?? [])].map((it) => [it.title.ja, both(it.title)]),
  );
  const listOf = (key: CodeListKey) => programme?.codeLists.find((it) => it.key === key);
  const titleOf = (list: CodeListKey, code: string) => listOf(list)?.codes.find((it) => it.code === code)?.title;
  return {
    sector: (key) =>
      key === acrossSectors ? t('exchange.sector.across') : (sectors.find((it) => it.key === key)?.label ?? key),
    sectors,
    mode: (key) => {
      const title = programme?.modes.find((it) => it.key === key)?.title;
      return title === undefined ? (key ?? '') : both(title);
    },
    ordinary: (key) => programme === undefined || programme.modes[0]?.key === key,
    kind: (key) => kinds.find((it) => it.key === key)?.label ?? key,
    kindSays: (key) => kinds.find((it) => it.key === key)?.hint ?? '',
    kinds,
    body: (name) => names.get(name) ?? name,
    capacity: (key) => capacities.get(key) ?? key,
    holder: (capacity) => {
      const [one, another] = (programme?.bodies ?? []).filter((it) => it.seats.includes(capacity));
      return one === undefined || another !== undefined ? (capacities.get(capacity) ?? capacity) : both(one.title);
    },
    code: (list, code) => {
      const title = titleOf(list, code);
      return title === undefined ? code : both(title);
    },
    codes: (list) =>
      (listOf(list)?.codes ?? []).map((it) => ({
        key: it.code,
        label: both(it.title),
        ...(it.says === null ? {} : { hint: both(it.says) }),
      })),
    marks: (floor) =>
      (programme?.marking ?? [])
        .map((it) => ({ key: it.value, mark: tlp(it.value), label: both(it.title), hint: both(it.says) }))
        .filter((it) => floor === undefined || rank(it.mark) >= rank(floor))
        .sort((a, b) => rank(b.mark) - rank(a.mark)),
  };
};

/** The programme's words, read once and kept. */
export const useWords = (): Words => wordsOf(useGet(programmeDoors.programme).data);
