const HEIGHT = 32;
const STEP = 14;

/** A few figures in order as small bars, the last one darker, nothing as a line on the ground. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const top = Math.max(1, ...values);
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${Math.max(1, values.length) * STEP} ${HEIGHT}`}
      role="img"
      aria-label={label}
      preserveAspectRatio="xMinYMax meet"
    >
      {values.map((value, i) => {
        const height = value === 0 ? 1 : Math.max(3, (value / top) * (HEIGHT - 2));
        const kind = value === 0 ? 'none' : i === values.length - 1 ? 'last' : undefined;
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the row is the identity.
        return <rect key={i} className={kind} x={i * STEP} y={HEIGHT - height} width={STEP - 4} height={height} />;
      })}
    </svg>
  );
}
