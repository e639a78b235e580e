import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { clockTime, dayOf, dayPlus, instantAt, zoneName } from '../../kernel/time.ts';
import { useClock, useNow } from '../data/clock.tsx';
import { dayShort } from '../data/phrases.ts';
import { t } from '../text.ts';
import { FieldGroup, Wrong } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import { hourPlus, instantOf, parseDay, parseHour } from './value/when.ts';

/** A moment by the programme's clocks, typed: no mouse, no calendar needed. Value: RFC 3339 UTC. */
export function DateTime({
  value,
  onChange,
  ...field
}: FieldProps & {
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  return (
    <FieldGroup {...field}>
      <div className="inputs">
        <InstantInput label={field.label} value={value} onChange={onChange} />
        <span className="small dim">{zoneName(useNow())}</span>
      </div>
    </FieldGroup>
  );
}

/** The two inputs of a moment, day and time. Arrows step by a day and by five minutes. */
export function InstantInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const clock = useClock();
  const at = value === null ? null : new Date(value);
  const [day, setDay] = useState<string | null>(at === null ? null : dayOf(at));
  const [hour, setHour] = useState<string | null>(at === null ? null : clockTime(at));
  const take = (nextDay: string | null, nextHour: string | null): void => {
    setDay(nextDay);
    setHour(nextHour);
    onChange(nextDay !== null && nextHour !== null ? instantOf(nextDay, nextHour) : null);
  };
  return (
    <>
      <DayInput label={label} value={day} onChange={(next) => take(next, hour)} />
      <Typed
        className="hour"
        label={t('portal.when.hour', { label })}
        placeholder="01:10"
        shown={hour ?? ''}
        parse={parseHour}
        onTake={(next) => take(day, next)}
        onStep={(by) => take(day, hourPlus(hour ?? clockTime(clock.now()), hour === null ? 0 : by * 5))}
        wrong={t('portal.when.no-hour')}
      />
    </>
  );
}

/** The input of a day in Japan, `2026-11-23`; arrows step by a day. */
export function DayInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const now = useNow();
  const clock = useClock();
  return (
    <Typed
      className="day"
      label={t('portal.when.day', { label })}
      placeholder={t('portal.when.day-hint')}
      shown={value === null ? '' : dayShort(instantAt(value, '12:00'), now)}
      parse={(typed) => parseDay(typed, clock.now())}
      onTake={onChange}
      onStep={(by) => onChange(dayPlus(value ?? dayOf(clock.now()), value === null ? 0 : by))}
      wrong={t('portal.when.no-day')}
    />
  );
}

function Typed({
  className,
  label,
  placeholder,
  shown,
  parse,
  onTake,
  onStep,
  wrong,
}: {
  className: string;
  label: string;
  placeholder: string;
  shown: string;
  parse: (typed: string) => string | null;
  onTake: (value: string | null) => void;
  onStep: (by: 1 | -1) => void;
  wrong: string;
}) {
  const [typing, setTyping] = useState<string | null>(null);
  const bad = typing !== null && typing.trim() !== '' && parse(typing) === null;
  const leave = (): void => {
    if (typing === null || bad) return;
    if (typing !== shown) onTake(typing.trim() === '' ? null : parse(typing));
    setTyping(null);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') leave();
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    setTyping(null);
    onStep(event.key === 'ArrowUp' ? 1 : -1);
  };
  return (
    <>
      <input
        className={`input ${className}`}
        aria-label={label}
        aria-invalid={bad ? true : undefined}
        placeholder={placeholder}
        value={typing ?? shown}
        onFocus={(e) => e.target.select()}
        onChange={(e) => setTyping(e.target.value)}
        onBlur={leave}
        onKeyDown={pressed}
      />
      {bad && <Wrong>{wrong}</Wrong>}
    </>
  );
}
