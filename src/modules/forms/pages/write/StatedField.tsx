import type { ReactNode } from 'react';
import type { AnswerState } from '../../../../kernel/form.ts';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import type { FieldProps } from '../../../../portal/form/Field.tsx';
import { Icon } from '../../../../portal/show/Icon.tsx';
import { t } from '../../../../portal/text.ts';
import type { ItemModel } from '../../engine/view/model.ts';
import { stateOf } from './raws.ts';

/** What one kind of field is given: the item, the words for its frame, and who takes the answer as typed. */
export interface Part {
  readonly item: ItemModel;
  readonly props: FieldProps;
  readonly onPut: (value: unknown) => void;
}

/** A field that is written, or said to be not known yet or withheld. `children` write it; `blank` is what they begin with. */
export function StatedField({
  item,
  props,
  onPut,
  known,
  blank,
  children,
}: Part & {
  known: string;
  blank: unknown;
  children: ReactNode;
}) {
  const state = stateOf(item.raw);
  const options = item.states.map((key) => ({ key, label: key === 'known' ? known : wordOf(key) }));
  const take = (key: string): void => {
    if (key !== state) onPut(key === 'known' ? { state: 'known', value: blank } : { state: key });
  };
  return (
    <Segmented {...props} options={options} value={state} onChange={take}>
      {state === 'known' && children}
      {state === 'withheld' && (
        <p className="help">
          <Icon name="eyeoff" /> {t('portal.uncertain.withheld-says')}
        </p>
      )}
    </Segmented>
  );
}

/** The word by which a state without a value is chosen. */
export const wordOf = (state: AnswerState): string =>
  t(state === 'withheld' ? 'portal.uncertain.withheld' : 'portal.uncertain.unknown');
