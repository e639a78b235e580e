import { useEffect, useState } from 'react';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { t } from '../../../../portal/text.ts';

const REST = 400;

/** Words that a list has to hold; asked for after a short rest, so that each letter does not ask anew. */
export function WordsFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const asking = setTimeout(() => onChange(typed.trim()), REST);
    return () => clearTimeout(asking);
  });
  return <TextField label={t('exchange.list.words')} value={typed} onChange={setTyped} />;
}
