import { useLocation } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { ClockProvider } from '../data/clock.tsx';
import { Shell } from '../shell/Shell.tsx';
import { Circulation } from './Circulation.tsx';
import { Compose } from './Compose.tsx';
import { Desk } from './Desk.tsx';
import { Parts } from './Parts.tsx';
import { Plan } from './Plan.tsx';
import { Provision } from './Provision.tsx';
import { Report } from './Report.tsx';
import { SignIn } from './SignIn.tsx';
import { live, nav, night, realms, seats } from './sample.ts';

const scenes: Readonly<Record<string, ComponentType>> = {
  desk: Desk,
  report: Report,
  compose: Compose,
  provision: Provision,
  circulation: Circulation,
  plan: Plan,
  parts: Parts,
};

/** The kit shown with invented content, in development only: `/kit?scene=report`, `&realm=drill`. */
export default function Gallery() {
  const asked = new URLSearchParams(useLocation().searchStr);
  const scene = asked.get('scene') ?? 'desk';
  const Scene = scenes[scene] ?? Desk;
  if (scene === 'sign-in') return <SignIn />;
  return (
    <ClockProvider clock={night} every={0}>
      <Shell
        person={{ name: '佐伯 千尋（架空）' }}
        seat="cs"
        seats={seats}
        realm={asked.get('realm') ?? 'live'}
        realms={realms}
        nav={nav}
        path={scene === 'desk' ? '/' : `/${scene}`}
        live={live}
        notices={3}
        notice="見本の画面です。事業者・人物・事象はすべて架空です。"
        onSeat={() => {}}
        onRealm={() => {}}
        onSignOut={() => {}}
      >
        <Scene />
      </Shell>
    </ClockProvider>
  );
}
