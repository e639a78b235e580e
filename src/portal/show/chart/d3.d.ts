/** The few shapes of d3 that the charts use; its packages carry no types of their own. */
declare module 'd3-scale' {
  interface Continuous {
    (value: number): number;
    domain(domain: readonly [number, number]): Continuous;
    range(range: readonly [number, number]): Continuous;
    nice(count?: number): Continuous;
    ticks(count?: number): number[];
  }
  export function scaleLinear(): Continuous;
}

declare module 'd3-shape' {
  interface Line<T> {
    (data: readonly T[]): string | null;
    x(of: (it: T) => number): Line<T>;
    y(of: (it: T) => number): Line<T>;
    curve(curve: unknown): Line<T>;
  }
  export function line<T>(): Line<T>;
  export const curveLinear: unknown;
}
