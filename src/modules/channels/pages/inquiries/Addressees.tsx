import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { t } from '../../../../portal/text.ts';
import { channelsDoors } from '../../contract.ts';
import { useWords } from '../words.ts';

/** A seat that was chosen to be asked. */
export interface Chosen {
  readonly seat: string;
  readonly name: string;
  readonly capacity: string;
  /** Whether it may put the question on to others without a name. */
  readonly onward: boolean;
}

/** Chooses whom to ask, among those whom one may: one by one, or all that are shown. */
export function Addressees({
  chosen,
  onChange,
}: {
  chosen: readonly Chosen[];
  onChange: (chosen: readonly Chosen[]) => void;
}) {
  const words = useWords();
  const [q, setQ] = useState('');
  const [capacity, setCapacity] = useState('');
  const found = useGet(channelsDoors.addressees, { query: { q, ...(capacity === '' ? {} : { capacity }) } }).data;
  const items = found?.items ?? [];
  const taken = new Set(chosen.map((it) => it.seat));
  const rest = items.filter((it) => !taken.has(it.seat));
  const toggle = (it: Chosen): void =>
    onChange(taken.has(it.seat) ? chosen.filter((one) => one.seat !== it.seat) : [...chosen, it]);
  return (
    <fieldset className="stack-s">
      <legend>
        <b>{t('channels.inquiries.whom')}</b>
      </legend>
      <div className="two">
        <TextField
          bare
          label={t('channels.inquiries.find')}
          placeholder={t('channels.inquiries.find')}
          value={q}
          onChange={setQ}
        />
        <Select
          bare
          label={t('channels.inquiries.capacity')}
          options={[
            { key: '', label: t('channels.inquiries.capacity.all') },
            ...(found?.capacities ?? []).map((key) => ({ key, label: words.capacity(key) })),
          ]}
          value={capacity}
          onChange={setCapacity}
        />
      </div>
      <ul className="ruled addressees" aria-label={t('channels.inquiries.whom')}>
        {items.map((it) => (
          <li key={it.seat}>
            <label>
              <input type="checkbox" checked={taken.has(it.seat)} onChange={() => toggle(it)} /> {it.name}{' '}
              <span className="small dim">{words.capacity(it.capacity)}</span>
            </label>
          </li>
        ))}
        {found !== undefined && items.length === 0 && <li className="dim">{t('channels.finder.none')}</li>}
      </ul>
      <p className="cluster">
        <Button
          small
          why={rest.length === 0 ? t('channels.inquiries.all.none') : undefined}
          onPress={() => onChange([...chosen, ...rest].slice(0, 300))}
        >
          {t('channels.inquiries.all', { n: rest.length })}
        </Button>
        <Button
          small
          why={chosen.length === 0 ? t('channels.inquiries.clear.none') : undefined}
          onPress={() => onChange([])}
        >
          {t('channels.inquiries.clear')}
        </Button>
      </p>
    </fieldset>
  );
}
