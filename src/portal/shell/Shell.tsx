import { useEffect, useRef, useState } from 'react';
import { KeyHelp } from '../act/KeyHelp.tsx';
import { useKeys } from '../act/keys.ts';
import { Toasts } from '../act/Toast.tsx';
import { MarkProvider } from '../data/mark.tsx';
import type { ShellProps } from '../data/seated.ts';
import { RealmLabel } from '../data/realm.ts';
import { moveRow } from '../list/RowKeys.tsx';
import { t } from '../text.ts';
import { RealmBanner } from './Banner.tsx';
import { Foot } from './Foot.tsx';
import { Rail } from './Rail.tsx';
import { TabBar } from './TabBar.tsx';
import { TopBar } from './TopBar.tsx';

/** The frame of every page for those who are signed in. */
export function Shell(props: ShellProps) {
  const [keysOpen, setKeysOpen] = useState(false);
  const [roomsOpen, setRoomsOpen] = useState(false);
  const { nav, path, live, children } = props;
  const realm = props.realms.find((it) => it.key === props.realm);
  const drill = realm !== undefined && !realm.live;
  const main = useFocusOnNewPage(path);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes what lay over the old one.
  useEffect(() => setRoomsOpen(false), [path]);
  useKeys({
    '?': () => setKeysOpen(true),
    '/': () => document.getElementById('search')?.focus(),
    j: () => moveRow(1),
    k: () => moveRow(-1),
  });
  return (
    <MarkProvider>
      <RealmLabel value={drill ? realm.label : ''}>
        <div className={drill ? 'portal in-drill' : 'portal'}>
          <a className="skip" href="#main">
            {t('portal.skip')}
          </a>
          <TopBar {...props} />
          {drill && <RealmBanner label={realm.label} name={realm.name} over={props.inRealm} />}
          {props.mode}
          <div className="frame">
            <Rail
              nav={nav}
              path={path}
              live={live}
              open={roomsOpen}
              onClose={() => setRoomsOpen(false)}
              person={props.person.name}
              onSignOut={props.onSignOut}
            />
            <main id="main" className="content" tabIndex={-1} ref={main}>
              {children}
            </main>
          </div>
          <Foot notice={props.notice} onKeys={() => setKeysOpen(true)} />
          <TabBar nav={nav} path={path} onMore={() => setRoomsOpen(true)} />
          <Toasts />
          <KeyHelp open={keysOpen} onClose={() => setKeysOpen(false)} />
        </div>
      </RealmLabel>
    </MarkProvider>
  );
}

/** A navigation brings the focus to the new page's content, as a page load would; the first load leaves it alone. */
const useFocusOnNewPage = (path: string) => {
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path]);
  return main;
};
