import type { ReactNode } from 'react';

/** Yes or no about one sentence. */
export function Check({
  label,
  value,
  onChange,
  help,
}: {
  label: ReactNode;
  value: boolean;
  onChange: (value: boolean) => void;
  help?: ReactNode;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={value} onChange={(e) => onChange(e.target.checked)} />
      <span>
        {label}
        {help !== undefined && <span className="small dim"> {help}</span>}
      </span>
    </label>
  );
}
