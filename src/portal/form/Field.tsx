import { useId } from 'react';
import type { ReactNode } from 'react';
import { Icon } from '../show/Icon.tsx';
import { Tag } from '../show/Tag.tsx';
import { t } from '../text.ts';

/** What every field has. `must` and `maybe` stand as a word beside the label; `error` says what is wrong and what to do. */
export interface FieldProps {
  readonly label: string;
  readonly must?: boolean;
  readonly maybe?: boolean | string;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  /** No hairline above, e.g. in a panel. */
  readonly bare?: boolean;
}

/** Ids that tie a control to its words. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

/** The frame of one control: its label, help and error, tied to it. */
export function Field({
  label,
  must,
  maybe,
  help,
  error,
  bare,
  children,
}: FieldProps & { children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const described = [help !== undefined && `${id}-help`, wrong(error) && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className={bare === true ? 'field bare' : 'field'} data-wrong={wrong(error) ? true : undefined}>
      <label htmlFor={id}>
        {label} <Need must={must} maybe={maybe} />
      </label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': wrong(error) ? true : undefined,
        'aria-required': must === true ? true : undefined,
      })}
      {help !== undefined && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {wrong(error) && <Wrong id={`${id}-wrong`}>{error}</Wrong>}
    </div>
  );
}

/** The frame of several controls that are one question. */
export function FieldGroup({
  label,
  must,
  maybe,
  help,
  error,
  bare,
  hidden,
  radio,
  children,
}: FieldProps & {
  /** The label is read but not shown, e.g. right under a heading of the same words. */
  hidden?: boolean;
  radio?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const described = [help !== undefined && `${id}-help`, wrong(error) && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div
      className={bare === true ? 'field bare' : 'field'}
      role={radio === true ? 'radiogroup' : 'group'}
      aria-labelledby={id}
      aria-describedby={described === '' ? undefined : described}
      aria-required={radio === true && must === true ? true : undefined}
      data-wrong={wrong(error) ? true : undefined}
    >
      <p className={hidden === true ? 'name unseen-by-eye' : 'name'} id={id}>
        {label} <Need must={must} maybe={maybe} />
      </p>
      {children}
      {help !== undefined && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {wrong(error) && <Wrong id={`${id}-wrong`}>{error}</Wrong>}
    </div>
  );
}

const wrong = (error: ReactNode): boolean => error !== undefined && error !== null && error !== false && error !== '';

function Need({ must, maybe }: { must: boolean | undefined; maybe: boolean | string | undefined }) {
  if (must === true) return <Tag tone="must">{t('portal.field.must')}</Tag>;
  if (maybe === undefined || maybe === false) return null;
  return <Tag tone="maybe">{maybe === true ? t('portal.field.maybe') : maybe}</Tag>;
}

/** What is wrong with a value, in red with its glyph. */
export function Wrong({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <div className="wrong" id={id}>
      <Icon name="stop" /> {children}
    </div>
  );
}
