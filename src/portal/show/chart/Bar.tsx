/** A share as a bar, 0 to 1; hatched when below the line, with last year's tick. Its number stands beside it or in `label`. */
export function Bar({
  value,
  low = false,
  last,
  width,
  label,
}: {
  value: number;
  low?: boolean;
  last?: number | undefined;
  width?: number;
  label: string;
}) {
  return (
    <span
      className={low ? 'bar low' : 'bar'}
      role="img"
      aria-label={label}
      style={width === undefined ? undefined : { width }}
    >
      <i style={{ width: percent(value) }} />
      {last !== undefined && <u style={{ left: percent(last) }} />}
    </span>
  );
}

const percent = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
