import { useId } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../show/Icon.tsx';
import { FieldGroup } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

/** One of a few short words. */
export interface SegmentOption {
  readonly key: string;
  readonly label: string;
}

/** One of a few short words as one row of buttons. `children` stand below it and belong to the same question. */
export function Segmented({
  options,
  value,
  onChange,
  children,
  ...field
}: FieldProps & {
  options: readonly SegmentOption[];
  value: string | null;
  onChange: (key: string) => void;
  children?: ReactNode;
}) {
  return (
    <FieldGroup {...field}>
      <Segments label={field.label} options={options} value={value} onChange={onChange} />
      {children}
    </FieldGroup>
  );
}

/** The row of buttons alone; arrows move along it. */
export function Segments({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly SegmentOption[];
  value: string | null;
  onChange: (key: string) => void;
}) {
  const name = useId();
  return (
    <div className="segments" role="radiogroup" aria-label={label}>
      {options.map((it) => (
        <label key={it.key}>
          <input type="radio" name={name} checked={it.key === value} onChange={() => onChange(it.key)} />
          <Icon name="check" />
          {it.label}
        </label>
      ))}
    </div>
  );
}
