import { useId } from 'react';
import type { Handling } from '../../kernel/marking.ts';
import { MarkingChip } from '../show/MarkingChip.tsx';
import { FieldGroup } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

/** Something to choose: its name, a line that helps, the mark it stands for. */
export interface ChoiceOption {
  readonly key: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly mark?: Handling;
}

interface Choosing extends FieldProps {
  readonly options: readonly ChoiceOption[];
  readonly columns?: 1 | 2 | 3;
  readonly hidden?: boolean;
}

/** One of several, each on a card. */
export function Choice({
  options,
  columns = 1,
  value,
  onChange,
  ...field
}: Choosing & {
  value: string | null;
  onChange: (key: string) => void;
}) {
  const name = useId();
  return (
    <FieldGroup {...field} radio>
      <div className={`choices of-${columns}`}>
        {options.map((it) => (
          <Card
            key={it.key}
            option={it}
            type="radio"
            name={name}
            checked={it.key === value}
            onChange={() => onChange(it.key)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

/** Any of several, each on a card. */
export function Choices({
  options,
  columns = 1,
  value,
  onChange,
  ...field
}: Choosing & {
  value: readonly string[];
  onChange: (keys: string[]) => void;
}) {
  const name = useId();
  const turn = (key: string): void =>
    onChange(options.map((it) => it.key).filter((k) => (k === key) !== value.includes(k)));
  return (
    <FieldGroup {...field}>
      <div className={`choices of-${columns}`}>
        {options.map((it) => (
          <Card
            key={it.key}
            option={it}
            type="checkbox"
            name={name}
            checked={value.includes(it.key)}
            onChange={() => turn(it.key)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

function Card({
  option,
  ...input
}: {
  option: ChoiceOption;
  type: 'radio' | 'checkbox';
  name: string;
  checked: boolean;
  onChange: () => void;
}) {
  return (
    <label className="choice">
      <input {...input} />
      <span className="called">{option.label}</span>
      {option.mark === undefined ? <span /> : <MarkingChip mark={option.mark} />}
      {option.hint !== undefined && <span className="hint">{option.hint}</span>}
    </label>
  );
}
