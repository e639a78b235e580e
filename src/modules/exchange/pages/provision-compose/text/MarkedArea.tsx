import { Field } from '../../../../../portal/form/Field.tsx';
import { Markup } from '../../../../../portal/form/TextField.tsx';
import { hasMarkup } from '../../../../../kernel/text.ts';
import { pieces } from './traces.ts';

/**
 * A text that is edited with its traces marked in place: the same words lie behind the letters and bear the marks, and
 * make the box as high as its text. Readers that do not see find the traces in the list below.
 */
export function MarkedArea({
  label,
  help,
  value,
  traces,
  onChange,
}: {
  label: string;
  help: string;
  value: string;
  traces: readonly string[];
  onChange: (value: string) => void;
}) {
  const told = hasMarkup(value) ? <Markup value={value} onChange={onChange} /> : undefined;
  return (
    <Field label={label} must bare help={help} error={told}>
      {(ids) => (
        <div className="marked-area">
          <div className="input behind" aria-hidden="true">
            {pieces(value, traces).map((it, i) => {
              const key = `${i}-${it.text}`;
              return it.found === undefined ? (
                <span key={key}>{it.text}</span>
              ) : (
                <mark key={key} className="trace">
                  {it.text}
                </mark>
              );
            })}
            {'\n '}
          </div>
          <textarea
            className="input"
            {...ids}
            value={value}
            maxLength={40_000}
            onChange={(e) => onChange(e.target.value)}
          />
        </div>
      )}
    </Field>
  );
}
