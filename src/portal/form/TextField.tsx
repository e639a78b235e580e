import type { HTMLInputTypeAttribute } from 'react';
import { defuseMarkup, hasMarkup } from '../../kernel/text.ts';
import { Button } from '../act/Button.tsx';
import { t } from '../text.ts';
import { Field } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

/** A line of text. What could be read as markup is told at once, with the way out in one click. */
export function TextField({
  value,
  onChange,
  max = 200,
  type = 'text',
  autoComplete = 'off',
  placeholder,
  error,
  ...field
}: FieldProps & {
  value: string;
  onChange: (value: string) => void;
  max?: number;
  type?: HTMLInputTypeAttribute;
  autoComplete?: string;
  placeholder?: string;
}) {
  const told = hasMarkup(value) ? <Markup value={value} onChange={onChange} /> : error;
  return (
    <Field {...field} error={told}>
      {(ids) => (
        <input
          className="input"
          {...ids}
          type={type}
          value={value}
          maxLength={max}
          autoComplete={autoComplete}
          placeholder={placeholder}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
    </Field>
  );
}

/** Says that a text holds what a browser could read as markup, and makes it harmless in one click. */
export function Markup({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <>
      {t('portal.field.markup')}{' '}
      <Button small onPress={() => onChange(defuseMarkup(value))}>
        {t('portal.field.defuse')}
      </Button>
    </>
  );
}
