import { useState } from 'react';
import { figure, t } from '../../text.ts';
import { Wrong } from '../Field.tsx';
import { parseNumber } from './number.ts';

/** The input of a number, typed in any width and with its words (`3,000`, `約1万`); null while it is none. */
export function NumberInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  const [typing, setTyping] = useState<string | null>(null);
  const bad = typing !== null && typing !== '' && parseNumber(typing) === null;
  return (
    <>
      <input
        className="input amount"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={bad ? true : undefined}
        value={typing ?? (value === null ? '' : figure(value))}
        onChange={(e) => {
          setTyping(e.target.value);
          onChange(parseNumber(e.target.value));
        }}
        onBlur={() => !bad && setTyping(null)}
      />
      {bad && <Wrong>{t('portal.field.no-number')}</Wrong>}
    </>
  );
}
