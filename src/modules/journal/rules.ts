/** An entry of the journal as it is sealed. Times are milliseconds of UTC; `who` is the salted hash of who did it. */
export interface Sealed {
  readonly id: string;
  readonly at: string;
  readonly realm: string;
  readonly fact: string;
  readonly subject: string;
  readonly openTo: string;
  readonly detail: Readonly<Record<string, unknown>> | null;
  readonly who: string;
}

/**
 * JSON in one way only (RFC 8785): names in order, no spaces. Numbers and texts are written as ECMAScript writes them,
 * which is what the standard asks for.
 */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, it]) => it !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, it]) => `${JSON.stringify(name)}:${canonical(it)}`)
      .join(',')}}`;
  return JSON.stringify(value);
};

/** The text of a leaf: what is hashed, and what a proof shows. */
export const leafText = ({ id, at, realm, fact, subject, openTo, detail, who }: Sealed): string =>
  canonical({ v: 1, id, at, realm, fact, subject, openTo, detail, who });
