import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';

/** Where something stands in a file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly col: number;
}

/** The steps from the root of a file to one of its members. */
export type Path = readonly PropertyKey[];

/** A YAML file that was read: its data, and where each member of them stands. */
export interface Source {
  readonly file: string;
  readonly data: unknown;
  readonly faults: readonly { readonly place: Place; readonly detail: string }[];
  /** Where the member at the path stands, or the nearest one around it. */
  place(path: Path): Place;
}

/** Reads the text of a YAML file. Faults of the language itself come with their places. */
export const readSource = (file: string, text: string): Source => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true });
  const at = (offset: number): Place => lines.linePos(Math.min(offset, text.length));
  const faults = [...document.errors, ...document.warnings].map((it) => ({ place: at(it.pos[0]), detail: it.message }));
  return {
    file,
    data: faults.length === 0 ? document.toJS({ maxAliasCount: 200 }) : undefined,
    faults,
    place: (path) => at(offsetOf(document, path)),
  };
};

// An alias stands for its anchor, but what is wrong there is shown at the anchor, where it can be mended.
const offsetOf = (document: Document, path: Path): number => {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const [next, start] = stepInto(resolved(document, node), step);
    if (start === undefined) return offset;
    offset = start;
    node = next;
  }
  return offset;
};

const stepInto = (node: unknown, step: PropertyKey): readonly [unknown, number | undefined] => {
  if (isSeq(node)) return [node.items[Number(step)], startOf(node.items[Number(step)])];
  if (!isMap(node)) return [undefined, undefined];
  const pair = node.items.find((it) => isScalar(it.key) && it.key.value === step);
  return pair === undefined ? [undefined, undefined] : [pair.value, startOf(pair.key)];
};

const resolved = (document: Document, node: unknown): unknown =>
  typeof node === 'object' && node !== null && 'resolve' in node && typeof node.resolve === 'function'
    ? node.resolve(document)
    : node;

const startOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];
