import type { ReactNode } from 'react';
import { Refusal } from '../../kernel/refusal.ts';
import { EmptyState } from '../list/EmptyState.tsx';
import { Loading } from '../list/Loading.tsx';
import { Note } from '../show/Note.tsx';
import { hasText, t } from '../text.ts';
import { Button } from './Button.tsx';

/** Words for a refusal: what was refused and why, and the way out. */
export const wordsOf = (error: unknown): { title: string; way: string | null } => {
  const reason = error instanceof Refusal ? error.reason : 'unexpected';
  const detail = error instanceof Refusal ? fill(error.detail) : {};
  if (!hasText(`refusal.${reason}`)) return { title: t('refusal.unexpected'), way: t('refusal.unexpected.way') };
  const way = `refusal.${reason}.way`;
  return { title: t(`refusal.${reason}`, detail), way: hasText(way) ? t(way, detail) : null };
};

const fill = (detail: Readonly<Record<string, unknown>>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(detail).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, value]] : [],
    ),
  );

/** The reasons that a malformed answer names for a field, by its path (`body.headline`); for `error` of form fields. */
export const wrongFields = (error: unknown): Readonly<Record<string, string>> => {
  const issues = error instanceof Refusal ? error.detail['issues'] : undefined;
  if (!Array.isArray(issues)) return {};
  return Object.fromEntries(
    (issues as { path?: string; code?: string }[]).map(({ path = '', code = '' }) => [
      path.replace(/^\/?body[./]/u, '').replaceAll('/', '.'),
      hasText(`refusal.${code}`) ? t(`refusal.${code}`) : t('refusal.value'),
    ]),
  );
};

/** A no, in plain words: what, why and the way out. Read out at once. */
export function RefusalNote({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, way } = wordsOf(error);
  const again = retry !== undefined && (
    <Button small onPress={retry}>
      {t('portal.retry')}
    </Button>
  );
  return (
    <div role="alert">
      <Note tone="late" action={again === false ? undefined : again}>
        <b>{title}</b> {way}
      </Note>
    </div>
  );
}

/** The part of a query's result that `Answer` needs. */
export interface Asked<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

/** What a query has: waits, refuses, is empty, or shows. What was read before stays while the server does not answer. */
export function Answer<T>({
  of,
  empty,
  children,
}: {
  of: Asked<T>;
  empty?: ReactNode;
  children: (it: T) => ReactNode;
}) {
  // What one may no longer see goes at once, even if it was read before.
  if (of.error instanceof Refusal && isNowhere(of.error)) return <NotThere />;
  if (of.error instanceof Refusal && of.error.status === 410) return <RefusalNote error={of.error} />;
  if (of.data !== undefined) {
    if (empty !== undefined && Array.isArray(of.data) && of.data.length === 0) return <>{empty}</>;
    return <>{children(of.data)}</>;
  }
  if (of.isPending && of.error === null) return <Loading />;
  if (of.error instanceof Refusal && of.error.status === 401) return <Loading />;
  return <RefusalNote error={of.error} retry={() => void of.refetch()} />;
}

/** Nothing is there for this reader: hidden, not one's own, or an address that nothing can have. */
const isNowhere = ({ status, detail }: Refusal): boolean =>
  status === 404 ||
  status === 403 ||
  (status === 400 &&
    (detail['issues'] as readonly { path: string }[] | undefined)?.[0]?.path.startsWith('params') === true);

/** Said for what is not there and for what one may not see: the same words. */
export function NotThere() {
  return (
    <EmptyState whole title={t('refusal.not-found')} action={<Button href="/">{t('portal.to-desk')}</Button>}>
      {t('refusal.not-found.way')}
    </EmptyState>
  );
}
