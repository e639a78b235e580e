import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import type { SegmentOption } from './Segmented.tsx';

/** One of many words, in the browser's own list. */
export function Select({
  options,
  value,
  onChange,
  ...field
}: FieldProps & {
  options: readonly SegmentOption[];
  value: string;
  onChange: (key: string) => void;
}) {
  return (
    <Field {...field}>
      {(ids) => (
        <select className="input" {...ids} value={value} onChange={(e) => onChange(e.target.value)}>
          {options.map((it) => (
            <option key={it.key} value={it.key}>
              {it.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
