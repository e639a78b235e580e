import { useState } from 'react';
import { useGet } from '../../../../portal/data/query.ts';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../../parties/contract.ts';
import { useWords } from '../words.ts';

/** A seat that was found by the name of its body. */
export interface Found {
  readonly seat: string;
  readonly label: string;
}

/** Finds a seat of certain capacities by the name of its body, among those that the reader may know. */
export function SeatFinder({
  capacities,
  value,
  onChange,
}: {
  capacities: readonly string[];
  value: Found | null;
  onChange: (seat: Found | null) => void;
}) {
  const words = useWords();
  const [q, setQ] = useState('');
  const bodies = useGet(partiesDoors.listBodies, { query: { q, limit: 20 } }, { enabled: q !== '' });
  const seats = (q === '' ? [] : (bodies.data?.items ?? [])).flatMap((body) =>
    body.seats
      .filter((seat) => capacities.includes(seat.capacity))
      .map((seat) => ({ seat: seat.id, label: `${both(body.name)}（${words.capacity(seat.capacity)}）` })),
  );
  const none = {
    key: '',
    label: q !== '' && seats.length === 0 ? t('channels.finder.none') : t('channels.finder.choose'),
  };
  return (
    <>
      <TextField
        bare
        label={t('channels.finder')}
        placeholder={t('channels.finder.hint')}
        value={q}
        onChange={(next) => {
          setQ(next);
          onChange(null);
        }}
      />
      <Select
        bare
        label={t('channels.finder.seat')}
        options={[none, ...seats.map((it) => ({ key: it.seat, label: it.label }))]}
        value={value?.seat ?? ''}
        onChange={(key) => onChange(seats.find((it) => it.seat === key) ?? null)}
      />
    </>
  );
}
