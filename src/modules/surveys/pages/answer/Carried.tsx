import { type ReactNode, useMemo } from 'react';
import { Segments } from '../../../../portal/form/Segmented.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { t } from '../../../../portal/text.ts';
import { type ItemModel, layout, portalVoice } from '../../../forms/pages/index.ts';
import type { AnswerView } from '../../contract.ts';

/** What was answered last year, in words by field; null in the first year. */
export type Before = ReadonlyMap<string, string> | null;

/** Last year's answers as a person reads them. */
export const useBefore = (it: AnswerView): Before =>
  useMemo(() => {
    if (it.last === null) return null;
    const model = layout(it.form, it.last.answers, portalVoice(), { codes: it.codes, stage: 'draft', subject: {} });
    const items = model.sections.flatMap((one) => one.items);
    return new Map(items.flatMap((item) => (textOf(item) === '' ? [] : [[item.path, textOf(item)] as const])));
  }, [it.last, it.form, it.codes]);

const textOf = (item: ItemModel): string =>
  item.entries === undefined
    ? item.text
    : item.entries.map((entry) => entry.map((one) => one.text).join(' ')).join(t('surveys.and'));

/** A question with what was answered to it last year, to be confirmed or changed; one that was not says so. */
export function Carried({
  item,
  before,
  carry,
  open,
  onCarry,
  children,
}: {
  item: ItemModel;
  before: Before;
  carry: 'same' | 'changed' | undefined;
  open: boolean;
  onCarry: (carry: 'same' | 'changed') => void;
  children: ReactNode;
}) {
  if (before === null) return children;
  // Whoever presses need not wait for the save to see that it was taken.
  const waits = open && carry !== 'same';
  const was = before.get(item.path);
  if (was === undefined)
    return (
      <div className="surveys-new">
        {children}
        <Tag tone="new">{t('surveys.carried.new')}</Tag>
      </div>
    );
  return (
    <div className={waits ? 'surveys-carried open' : 'surveys-carried'}>
      {carry === 'same' ? <p className="question">{item.label}</p> : children}
      <div className="cluster">
        <span className="small">
          {t('surveys.carried.was')} <b>{was}</b>
        </span>
        <Segments
          label={t('surveys.carried.of', { label: item.label })}
          value={carry ?? null}
          onChange={(key) => onCarry(key === 'same' ? 'same' : 'changed')}
          options={[
            { key: 'same', label: t('surveys.carried.same') },
            { key: 'changed', label: t('surveys.carried.changed') },
          ]}
        />
        {waits ? (
          <State tone="soon">{t(carry === 'changed' ? 'surveys.carried.unchanged' : 'surveys.carried.open')}</State>
        ) : (
          <State tone="done">{t('surveys.carried.done')}</State>
        )}
      </div>
    </div>
  );
}
