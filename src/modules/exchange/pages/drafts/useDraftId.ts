import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useGo } from '../../../../portal/act/go.ts';

/** The draft that the address names, or a new one whose id goes into the address at once, so that a killed tab finds it again. */
export const useDraftId = (path: string, query = ''): { id: string; fresh: boolean } => {
  const go = useGo();
  const { pathname, searchStr } = useLocation();
  const draft = new URLSearchParams(searchStr).get('draft') ?? '';
  const [made, setMade] = useState(() => crypto.randomUUID());
  useEffect(() => {
    // While another page is on its way the address is already that page's.
    if (draft !== '' || pathname !== path) return;
    const next = crypto.randomUUID();
    setMade(next);
    go(`${path}?draft=${next}${query}`, { replace: true });
  }, [draft, go, path, pathname, query]);
  const id = draft === '' ? made : draft;
  return { id, fresh: id === made };
};
