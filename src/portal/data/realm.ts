import { createContext } from 'react';

const KEPT = 'noroshi-realm';

/** The realm this tab is in: `live`, or an exercise's or drill's id. Each tab has its own. */
export const realm = (): string => sessionStorage.getItem(KEPT) ?? 'live';

/** Moves this tab into another realm; the page opens anew, so that nothing of the old one stays on it. */
export const enterRealm = (id: string): void => {
  sessionStorage.setItem(KEPT, id);
  location.assign('/');
};

/** `【訓練】` or `【演習】` before every title of such a realm; empty in the live one. */
export const RealmLabel = createContext('');
