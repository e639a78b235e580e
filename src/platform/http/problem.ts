import { Refusal, refusalType, type RefusalDetail } from '../../kernel/refusal.ts';

/** RFC 9457, with our reason and details beside. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  reason: string;
  [detail: string]: unknown;
}

/** The words for a reason in a language; the reason itself when there are none. */
export type Words = (key: string) => string | undefined;

/** A refusal as a problem document in the reader's words: what was refused (title) and the way out (detail). */
export const problemOf = (refusal: Refusal, words: Words): Problem => {
  const way = words(`refusal.${refusal.reason}.way`);
  return {
    ...(refusal.detail as Record<string, unknown>),
    type: refusalType(refusal.reason),
    title: words(`refusal.${refusal.reason}`) ?? refusal.reason,
    status: refusal.status,
    reason: refusal.reason,
    ...(way === undefined ? {} : { detail: way }),
  };
};

const gone = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08003',
  '08006',
  '08001',
  '25P03',
  '57014',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
]);

/**
 * What a failure means to the reader. Database errors are translated once, here, and never with their own words: a row
 * that may not be touched and a row that is not there are the same answer.
 */
export const refusalOf = (error: unknown): Refusal | null => {
  if (error instanceof Refusal) return error;
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (code === '42501' || code === '23503') return new Refusal('not-found', {}, 404);
  if (code === '23505') return new Refusal('already-there');
  if (code === '28000') return new Refusal('sign-in-needed', {}, 401);
  if ((code === 'P0001' || code === '23514') && message !== undefined && /^[a-z]+(?:-[a-z]+)+$/u.test(message))
    return new Refusal(message);
  if (
    code === '23514' ||
    code === '22P02' ||
    code === '22007' ||
    code === '22008' ||
    code === '22021' ||
    code === '22P05'
  )
    return new Refusal('malformed', noDetail, 400);
  if (code === '40001' || code === '40P01') return new Refusal('busy', noDetail, 503);
  if (code !== undefined && gone.has(code)) return new Refusal('not-ready', noDetail, 503);
  if (
    message !== undefined &&
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/u.test(
      message,
    )
  ) {
    return new Refusal('not-ready', noDetail, 503);
  }
  return null;
};

const noDetail: RefusalDetail = {};
