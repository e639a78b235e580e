import { Button } from '../act/Button.tsx';
import type { Pages } from '../data/query.ts';
import { t } from '../text.ts';

/** Fetches the next part of a list; gone when there is none. */
export function More({ of }: { of: Pages<unknown> }) {
  if (!of.hasMore) return null;
  return (
    <p className="actions">
      <Button wait={of.waiting} onPress={of.more}>
        {t('portal.list.more', { n: of.items.length })}
      </Button>
    </p>
  );
}
