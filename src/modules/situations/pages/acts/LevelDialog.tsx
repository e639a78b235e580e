import { useState } from 'react';
import { say } from '../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { both, t } from '../../../../portal/text.ts';
import { programmeDoors } from '../../../programme/contract.ts';
import { situationsDoors } from '../../contract.ts';
import type { ActProps } from './acting.ts';
import { Writing } from './Writing.tsx';

/** Writing down what was measured of a service; its level is judged by it. A number, or `100-200` where it is not known closely. */
export function LevelDialog({ it, words, onClose }: ActProps) {
  const levels = (useGet(programmeDoors.programme).data?.levels ?? []).filter((level) =>
    it.sectors.some((line) => line.mine && line.sector === level.sector),
  );
  const [key, setKey] = useState('');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const level = levels.find((one) => one.key === key) ?? levels[0];
  const send = useSend(situationsDoors.measureLevel, {
    onDone: ({ verdict }) => {
      say(
        verdict === 'below'
          ? t('situations.level.said.below')
          : verdict === 'kept'
            ? t('situations.level.said.kept')
            : t('situations.level.said.open'),
      );
      onClose();
    },
  });
  const before = it.sectors.flatMap((line) => line.levels).find((one) => one.level === level?.key)?.measured ?? [];
  const measured = (level?.quantities ?? []).flatMap(({ key: quantity }) => {
    const [low, high] = (typed[`${level?.key} ${quantity}`] ?? '').split(/[-~〜～]/u).map((part) => part.trim());
    if (low === undefined || low === '') return [];
    return [{ quantity, low: Number(low), ...(high === undefined || high === '' ? {} : { high: Number(high) }) }];
  });
  return (
    <Writing
      title={t('situations.level.do')}
      does={t('situations.level.send')}
      waits={send.isPending}
      error={send.error}
      onDo={() => send.mutate({ params: { id: it.id }, body: { level: level?.key ?? '', measured } })}
      onClose={onClose}
    >
      <Select
        bare
        label={t('situations.level.of')}
        options={levels.map((one) => ({ key: one.key, label: `${words.sector(one.sector)} ${both(one.service)}` }))}
        value={level?.key ?? ''}
        onChange={setKey}
      />
      {level !== undefined && (
        <p className="small">
          {both(level.keeps)} <span className="dim">{t('situations.bracket', { text: both(level.basis) })}</span>{' '}
          {level.sample && <Tag>{t('situations.level.sample')}</Tag>}
        </p>
      )}
      {level?.quantities.map((one) => {
        const was = before.find((m) => m.quantity === one.key);
        return (
          <TextField
            bare
            maybe
            key={`${level.key} ${one.key}`}
            max={40}
            label={t('situations.level.quantity', { title: both(one.title), unit: both(one.unit) })}
            help={
              was === undefined
                ? t('situations.level.help')
                : t('situations.level.was', { value: was.low === was.high ? was.low : `${was.low}-${was.high}` })
            }
            value={typed[`${level.key} ${one.key}`] ?? ''}
            onChange={(text) => setTyped({ ...typed, [`${level.key} ${one.key}`]: text })}
          />
        );
      })}
    </Writing>
  );
}
