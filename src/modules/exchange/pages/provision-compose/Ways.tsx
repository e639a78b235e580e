import type { Handling, Strictness } from '../../../../kernel/marking.ts';
import { Choice } from '../../../../portal/form/Choice.tsx';
import { DateTime } from '../../../../portal/form/DateTime.tsx';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';
import { coveredKinds } from '../../../programme/contract.ts';
import type { ProvisionWay } from '../../shapes/provision.ts';
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
  const ways = useGet(exchangeDoors.listWays).data?.items ?? [];
  const kinds = kindsFor(words, ways);
  const way = ways.find((one) => one.kind === it.kind) ?? ways.find((one) => one.kind === null);
  const tempos = [
    { key: 'relay', label: t('exchange.tempo.relay') },
    { key: 'direct', label: t('exchange.tempo.direct') },
  ].filter((one) => way?.tempos.some((tempo) => tempo === one.key) ?? true);
  // What goes by agreement has a way of its own: choosing the kind chooses how it goes.
  const take = (kind: string): void => {
    const only = (ways.find((one) => one.kind === kind) ?? ways.find((one) => one.kind === null))?.tempos;
    change({ kind, ...(only === undefined || only.includes(it.tempo) ? {} : { tempo: only[0] ?? 'direct' }) });
  };
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{t('exchange.ways')}</h2>
      <Select
        label={t('exchange.ways.kind')}
        options={kinds}
        value={it.kind}
        help={(way?.kind ?? null) === null ? undefined : t('exchange.ways.agreement')}
        onChange={take}
      />
      <Choice
        label={t('exchange.ways.mark')}
        must
        help={floor === undefined ? undefined : t('exchange.ways.mark.floor')}
        options={words.marks(floor)}
        value={it.mark}
        onChange={(mark) => change({ mark: mark as Strictness })}
      />
      {tempos.length > 1 && (
        <Segmented
          label={t('exchange.ways.tempo')}
          options={tempos}
          value={it.tempo}
          help={it.tempo === 'relay' ? t('exchange.tempo.relay.says') : t('exchange.tempo.direct.says')}
          onChange={(tempo) => change({ tempo: tempo === 'direct' ? 'direct' : 'relay' })}
        />
      )}
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

/** The kinds that this seat may begin; all of the programme's where the server has not said yet. */
const kindsFor = (words: Words, ways: readonly ProvisionWay[]) => {
  const all = words.codes('provision-kind');
  if (ways.length === 0) return all;
  const covered = new Set<string>(coveredKinds);
  return all.filter((it) =>
    covered.has(it.key) ? ways.some((way) => way.kind === it.key) : ways.some((way) => way.kind === null),
  );
};
