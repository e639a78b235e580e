import { useEffect, useRef } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { FieldGroup } from '../../../../portal/form/Field.tsx';
import { t } from '../../../../portal/text.ts';
import type { ItemModel } from '../../engine/view/model.ts';
import { FormField } from './FormField.tsx';

/** What a group is given; `onPut` takes an answer at the path of one of its fields. */
export interface FormGroupProps {
  readonly item: ItemModel;
  readonly errorOf: (item: ItemModel) => string | undefined;
  readonly onPut: (path: string, value: unknown) => void;
  readonly onAdd: () => void;
  readonly onRemove: (place: number) => void;
}

/** Fields that belong together, once or as often as the form allows. Focus follows what is added and what is taken away. */
export function FormGroup({ item, errorOf, onPut, onAdd, onRemove }: FormGroupProps) {
  const entries = item.entries ?? [];
  const repeat = item.field.type === 'group' ? item.field.repeat : undefined;
  const list = useRef<HTMLDivElement>(null);
  const count = useRef(entries.length);
  useEffect(() => {
    const before = count.current;
    count.current = entries.length;
    if (entries.length === before) return;
    const fields = list.current?.querySelectorAll<HTMLElement>('fieldset') ?? [];
    const target =
      entries.length > before ? [...fields].at(-1)?.querySelector<HTMLElement>('input, textarea, select') : undefined;
    (target ?? list.current?.querySelector<HTMLElement>(':scope > .form-add button'))?.focus();
  }, [entries.length]);
  const keys = useStableKeys(entries.length);
  const must = item.field.required === true;
  const remove = (place: number): void => {
    keys.drop(place);
    onRemove(place);
  };
  return (
    <FieldGroup label={item.label} must={must} maybe={!must} help={item.help} error={errorOf(item)}>
      <div ref={list}>
        {entries.map((entry, i) =>
          repeat === undefined ? (
            <Entry key={item.path} items={entry} errorOf={errorOf} onPut={onPut} />
          ) : (
            <fieldset className="form-entry" key={keys.all[i]}>
              <legend>{t('forms.entry.name', { label: item.label, n: i + 1 })}</legend>
              <Entry items={entry} errorOf={errorOf} onPut={onPut} />
              <Button
                small
                tone="quiet"
                label={t('forms.group.remove-label', { label: item.label, n: i + 1 })}
                onPress={() => remove(i)}
              >
                {t('forms.group.remove')}
              </Button>
            </fieldset>
          ),
        )}
        {repeat !== undefined && entries.length < repeat.max && (
          <p className="form-add">
            <Button small label={t('forms.group.add-label', { label: item.label })} onPress={onAdd}>
              {t('forms.group.add')}
            </Button>
          </p>
        )}
      </div>
    </FieldGroup>
  );
}

// Fields hold what is being typed, so each has to stay with its entry when one before it goes.
const useStableKeys = (count: number): { readonly all: readonly number[]; readonly drop: (place: number) => void } => {
  const kept = useRef<number[]>([]);
  const next = useRef(0);
  while (kept.current.length < count) kept.current.push(next.current++);
  kept.current.length = count;
  return { all: kept.current, drop: (place) => kept.current.splice(place, 1) };
};

function Entry({ items, errorOf, onPut }: Pick<FormGroupProps, 'errorOf' | 'onPut'> & { items: readonly ItemModel[] }) {
  return items
    .filter((it) => it.visible)
    .map((it) => (
      <div className="form-item" key={it.path} data-path={it.path}>
        <FormField item={it} error={errorOf(it)} onPut={(value) => onPut(it.path, value)} />
      </div>
    ));
}
