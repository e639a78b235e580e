import { useState } from 'react';
import { wrongFields } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Choices } from '../../../../portal/form/Choice.tsx';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { t } from '../../../../portal/text.ts';
import { situationsDoors } from '../../contract.ts';
import { type SectorState, states } from '../../shapes.ts';
import { signOf, stateWord } from '../words.ts';
import type { ActProps } from './acting.ts';
import { Writing } from './Writing.tsx';

interface Said {
  readonly state: SectorState;
  readonly regions: readonly string[];
  readonly says: string;
  readonly recovery: string;
  readonly detail: string;
}

/** Saying how a sector stands: what all read, and beside it what stays with the desk and the sector's ministry. */
export function StateDialog({ it, words, sector: first, onClose }: ActProps & { sector: string }) {
  const own = it.sectors.filter((line) => line.mine);
  const before = (key: string) => it.sectors.find((line) => line.sector === key);
  const [sector, setSector] = useState(first);
  const line = before(sector);
  const [said, setSaid] = useState<Said>({
    state: line?.state ?? 'checking',
    regions: line?.regions ?? [],
    says: line?.says ?? '',
    recovery: line?.recovery ?? '',
    detail: line?.detail ?? '',
  });
  const put = (change: Partial<Said>): void => setSaid({ ...said, ...change });
  const turn = (key: string): void => {
    const next = before(key);
    setSector(key);
    setSaid({
      state: next?.state ?? 'checking',
      regions: next?.regions ?? [],
      says: next?.says ?? '',
      recovery: next?.recovery ?? '',
      detail: next?.detail ?? '',
    });
  };
  const send = useSend(situationsDoors.stateSector, {
    onDone: () => {
      say(t('situations.state.done'));
      onClose();
    },
  });
  const wrong = wrongFields(send.error);
  const body = {
    sector,
    state: said.state,
    regions: [...said.regions],
    says: said.says,
    ...(said.recovery === '' ? {} : { recovery: said.recovery }),
    ...(said.detail === '' ? {} : { detail: said.detail }),
  };
  return (
    <Writing
      title={t('situations.state.do')}
      does={t('situations.state.send')}
      waits={send.isPending}
      error={send.error}
      onDo={() => send.mutate({ params: { id: it.id }, body })}
      onClose={onClose}
    >
      {own.length > 1 && (
        <Select
          bare
          label={t('situations.sector')}
          value={sector}
          onChange={turn}
          options={own.map((one) => ({ key: one.sector, label: words.sector(one.sector) }))}
        />
      )}
      <Segmented
        bare
        must
        label={own.length > 1 ? t('situations.service') : t('situations.service.of', { sector: words.sector(sector) })}
        options={states.map((key) => ({ key, label: `${signOf(key)} ${stateWord(key)}` }))}
        value={said.state}
        onChange={(key) => put({ state: states.find((one) => one === key) ?? 'checking' })}
      />
      {words.regions.length > 0 && (
        <Choices
          bare
          columns={3}
          label={t('situations.regions')}
          options={words.regions}
          value={said.regions}
          onChange={(regions) => put({ regions })}
        />
      )}
      <TextField
        bare
        must
        label={t('situations.says')}
        help={t('situations.says.help')}
        max={200}
        value={said.says}
        error={wrong['says']}
        onChange={(says) => put({ says })}
      />
      <TextField
        bare
        maybe
        label={t('situations.recovery')}
        help={t('situations.recovery.help')}
        max={60}
        value={said.recovery}
        error={wrong['recovery']}
        onChange={(recovery) => put({ recovery })}
      />
      <ProseField
        bare
        maybe
        rows={3}
        max={4000}
        label={t('situations.detail')}
        help={t('situations.detail.help')}
        value={said.detail}
        onChange={(detail) => put({ detail })}
      />
    </Writing>
  );
}
