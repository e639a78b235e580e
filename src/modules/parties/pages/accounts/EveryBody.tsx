import { useState } from 'react';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { t } from '../../../../portal/text.ts';
import { Bodies } from '../people/Bodies.tsx';

/** All bodies that take part, for the keeper of accounts. */
export function EveryBody() {
  const [q, setQ] = useState('');
  return (
    <div className="stack">
      <TextField bare label={t('parties.people.find')} type="search" max={100} value={q} onChange={setQ} />
      <Bodies q={q} />
    </div>
  );
}
