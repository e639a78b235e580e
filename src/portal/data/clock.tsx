import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Clock } from '../../kernel/time.ts';

const browser: Clock = { now: () => new Date() };
const TheClock = createContext<Clock>(browser);
const Now = createContext<Date | null>(null);

/** Injects the clock and ticks it for everything inside; `every` in milliseconds, 0 to stand still. */
export function ClockProvider({
  clock = browser,
  every = 10_000,
  children,
}: {
  clock?: Clock;
  every?: number;
  children: ReactNode;
}) {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    if (every === 0) return;
    const ticking = setInterval(() => setNow(clock.now()), every);
    return () => clearInterval(ticking);
  }, [clock, every]);
  return (
    <TheClock value={clock}>
      <Now value={now}>{children}</Now>
    </TheClock>
  );
}

/** The time of the last tick; what shows it moves by itself. */
export const useNow = (): Date => {
  const clock = useContext(TheClock);
  return useContext(Now) ?? clock.now();
};

/** The clock itself, for the moment of an action. */
export const useClock = (): Clock => useContext(TheClock);
