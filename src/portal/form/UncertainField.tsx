import { useState } from 'react';
import { zoneName } from '../../kernel/time.ts';
import { useNow } from '../data/clock.tsx';
import { t } from '../text.ts';
import { Icon } from '../show/Icon.tsx';
import { DayInput, InstantInput } from './DateTime.tsx';
import { FieldGroup, Wrong } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import { Segments } from './Segmented.tsx';
import type { SegmentOption } from './Segmented.tsx';
import { NumberInput } from './value/NumberInput.tsx';
import { changedTo, draftOf, finished, isBackwards, uncertainStates } from './value/uncertain.ts';
import type { Uncertain, UncertainDraft, UncertainState } from './value/uncertain.ts';

/** What kind of value is asked for, and its unit. */
interface Asked {
  readonly kind: 'instant' | 'date' | 'number' | 'text';
  readonly unit?: string | undefined;
  /** Picked instead of typed. */
  readonly options?: readonly SegmentOption[] | undefined;
}

/** A value that need not be known: わかる・およそ・範囲・まだ不明・伏せる is one click, and each answer is different data. */
export function UncertainField({
  kind,
  unit,
  options,
  states = uncertainStates,
  value,
  onChange,
  ...field
}: FieldProps &
  Asked & {
    states?: readonly UncertainState[];
    value: Uncertain | null;
    onChange: (value: Uncertain | null) => void;
  }) {
  const [draft, setDraft] = useState<UncertainDraft | null>(() => draftOf(value));
  const take = (next: UncertainDraft): void => {
    setDraft(next);
    onChange(isBackwards(next) ? null : finished(next));
  };
  const asked: Asked = { kind, unit, options };
  return (
    <FieldGroup {...field}>
      <Segments
        label={field.label}
        options={states.map((key) => ({ key, label: wordOf(key, asked) }))}
        value={draft?.state ?? null}
        onChange={(state) => take(changedTo(state as UncertainState, draft))}
      />
      {draft !== null && <Said asked={asked} label={field.label} draft={draft} onChange={take} />}
      {isBackwards(draft) && <Wrong>{t('portal.uncertain.backwards')}</Wrong>}
    </FieldGroup>
  );
}

const isTime = (kind: Asked['kind']): boolean => kind === 'instant' || kind === 'date';

const wordOf = (state: UncertainState, { kind, unit }: Asked): string => {
  switch (state) {
    case 'known':
      return kind === 'text' ? t('portal.uncertain.write') : t('portal.uncertain.known');
    case 'about':
      return t('portal.uncertain.about');
    case 'between':
      if (isTime(kind)) return t('portal.uncertain.when-to-when');
      return unit === '人' || unit === 'people' ? t('portal.uncertain.how-many') : t('portal.uncertain.between');
    case 'unknown':
      return t('portal.uncertain.unknown');
    case 'withheld':
      return t('portal.uncertain.withheld');
  }
};

function Said({
  asked,
  label,
  draft,
  onChange,
}: {
  asked: Asked;
  label: string;
  draft: UncertainDraft;
  onChange: (draft: UncertainDraft) => void;
}) {
  const now = useNow();
  const unit = asked.kind === 'instant' ? zoneName(now) : asked.unit;
  if (draft.state === 'withheld')
    return (
      <p className="help">
        <Icon name="eyeoff" /> {t('portal.uncertain.withheld-says')}
      </p>
    );
  if (draft.state === 'unknown') return <p className="help">{t('portal.uncertain.unknown-says')}</p>;
  if (draft.state === 'between') {
    return (
      <div className="inputs">
        <One
          asked={asked}
          label={t('portal.uncertain.from', { label })}
          value={draft.from ?? null}
          onChange={(from) => onChange({ ...draft, from })}
        />
        <span>
          {isTime(asked.kind) ? '' : asked.unit}
          {t('portal.uncertain.to-word')}
        </span>
        <One
          asked={asked}
          label={t('portal.uncertain.to', { label })}
          value={draft.to ?? null}
          onChange={(to) => onChange({ ...draft, to })}
        />
        <span className={asked.kind === 'instant' ? 'small dim' : undefined}>{unit}</span>
      </div>
    );
  }
  return (
    <div className="inputs">
      <One
        asked={asked}
        label={label}
        value={draft.value ?? null}
        onChange={(value) => onChange({ ...draft, value })}
      />
      {draft.state === 'about' && (
        <span>{isTime(asked.kind) ? t('portal.uncertain.around') : t('portal.uncertain.roughly')}</span>
      )}
      <span className={asked.kind === 'instant' ? 'small dim' : undefined}>{unit}</span>
    </div>
  );
}

type One = string | number | null;

function One({
  asked,
  label,
  value,
  onChange,
}: {
  asked: Asked;
  label: string;
  value: One;
  onChange: (value: One) => void;
}) {
  if (asked.options !== undefined) {
    return (
      <select className="input" aria-label={label} value={value ?? ''} onChange={(e) => onChange(e.target.value)}>
        <option value="">{t('portal.field.pick')}</option>
        {asked.options.map((it) => (
          <option key={it.key} value={it.key}>
            {it.label}
          </option>
        ))}
      </select>
    );
  }
  if (asked.kind === 'date')
    return <DayInput label={label} value={typeof value === 'string' ? value : null} onChange={onChange} />;
  if (asked.kind === 'instant')
    return <InstantInput label={label} value={typeof value === 'string' ? value : null} onChange={onChange} />;
  if (asked.kind === 'number')
    return <NumberInput label={label} value={typeof value === 'number' ? value : null} onChange={onChange} />;
  return (
    <input
      className="input words"
      aria-label={label}
      value={value ?? ''}
      maxLength={2000}
      onChange={(e) => onChange(e.target.value)}
    />
  );
}
