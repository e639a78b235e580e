/**
 * Saying no. A refusal is an answer, not a failure: its reason is the API's answer (RFC 9457) and the key of the
 * sentence a person reads. It carries nothing the reader did not send or may not see.
 */
export class Refusal extends Error {
  readonly reason: string;
  readonly status: RefusalStatus;
  readonly detail: RefusalDetail;

  constructor(reason: string, detail: RefusalDetail = {}, status: RefusalStatus = 409) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
    this.status = status;
    this.detail = detail;
  }
}

/** 400 malformed, 401 who are you, 403 not your door, 404 not there for you, 409 refused now, 410 was there for you and was recalled, 412 stale, 413 too big, 429 too often, 503 not now. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 429 | 503;

/** Few words about why: codes, counts, the reader's own input. Never another body's name, id or time. */
export type RefusalDetail = Readonly<Record<string, unknown>>;

/** What is not there and what one may not see are the same answer. */
export const notFound = (): Refusal => new Refusal('not-found', {}, 404);

/** The input has a shape or a value that cannot be taken; `issues` names each place. */
export const malformed = (issues: readonly { path: string; code: string; message?: string }[]): Refusal =>
  new Refusal('malformed', { issues }, 400);

/** The `type` member of a problem document for a reason. */
export const refusalType = (reason: string): string => `urn:noroshi:refusal:${reason}`;
