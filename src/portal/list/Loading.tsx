import { useEffect, useState } from 'react';
import { t } from '../text.ts';

/** Said while something is fetched, and only when it takes noticeably long. */
export function Loading({ what }: { what?: string }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const waiting = setTimeout(() => setSlow(true), 250);
    return () => clearTimeout(waiting);
  }, []);
  return (
    <p className={slow ? 'loading busy' : 'loading'} role="status">
      {slow && (what === undefined ? t('portal.loading') : t('portal.loading-what', { what }))}
    </p>
  );
}
