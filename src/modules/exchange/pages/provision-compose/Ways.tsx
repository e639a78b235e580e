import type { Handling, Strictness } from '../../../../kernel/marking.ts';
import { Choice } from '../../../../portal/form/Choice.tsx';
import { DateTime } from '../../../../portal/form/DateTime.tsx';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { t } from '../../../../portal/text.ts';
import type { Words } from '../words/programme.ts';
import type { Change, ProvisionContent } from './content.ts';

/** How it goes: its kind, its mark, step by step or to all at once, until when it should be acknowledged. */
export function Ways({
  it,
  change,
  words,
  floor,
}: {
  it: ProvisionContent;
  change: Change;
  words: Words;
  floor: Handling | undefined;
}) {
  const tempos = [
    { key: 'relay', label: t('exchange.tempo.relay') },
    { key: 'direct', label: t('exchange.tempo.direct') },
  ];
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{t('exchange.ways')}</h2>
      <Select
        label={t('exchange.ways.kind')}
        options={words.codes('provision-kind')}
        value={it.kind}
        onChange={(kind) => change({ kind })}
      />
      <Choice
        label={t('exchange.ways.mark')}
        must
        help={floor === undefined ? undefined : t('exchange.ways.mark.floor')}
        options={words.marks(floor)}
        value={it.mark}
        onChange={(mark) => change({ mark: mark as Strictness })}
      />
      <Segmented
        label={t('exchange.ways.tempo')}
        options={tempos}
        value={it.tempo}
        help={it.tempo === 'relay' ? t('exchange.tempo.relay.says') : t('exchange.tempo.direct.says')}
        onChange={(tempo) => change({ tempo: tempo === 'direct' ? 'direct' : 'relay' })}
      />
      <DateTime
        label={t('exchange.ways.by')}
        maybe={t('exchange.relay.note.maybe')}
        help={t('exchange.ways.by.help')}
        value={it.acknowledgeBy}
        onChange={(acknowledgeBy) => change({ acknowledgeBy })}
      />
    </section>
  );
}
