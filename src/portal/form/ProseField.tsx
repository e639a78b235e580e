import type { ReactNode } from 'react';
import { hasMarkup } from '../../kernel/text.ts';
import { t } from '../text.ts';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import { Markup } from './TextField.tsx';

/** Several lines of plain text. `checks` stands below it, e.g. that no name is found. */
export function ProseField({
  value,
  onChange,
  rows = 4,
  max = 20_000,
  placeholder,
  checks,
  error,
  ...field
}: FieldProps & {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  max?: number;
  placeholder?: string;
  checks?: ReactNode;
}) {
  const told = hasMarkup(value) ? <Markup value={value} onChange={onChange} /> : error;
  const rest = max - value.length;
  return (
    <Field {...field} error={told}>
      {(ids) => (
        <>
          <textarea
            className="input"
            {...ids}
            rows={rows}
            value={value}
            maxLength={max}
            placeholder={placeholder}
            onChange={(e) => onChange(e.target.value)}
          />
          {rest < max / 10 && (
            <p className="help" role="status">
              {t('portal.field.rest', { n: rest })}
            </p>
          )}
          {checks !== undefined && <div className="checks">{checks}</div>}
        </>
      )}
    </Field>
  );
}
