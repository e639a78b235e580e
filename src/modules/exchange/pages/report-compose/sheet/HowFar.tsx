import type { Strictness } from '../../../../../kernel/marking.ts';
import { Choice } from '../../../../../portal/form/Choice.tsx';
import { Segmented } from '../../../../../portal/form/Segmented.tsx';
import { Select } from '../../../../../portal/form/Select.tsx';
import { t } from '../../../../../portal/text.ts';
import type { Words } from '../../words/programme.ts';
import type { Change, ReportContent } from '../content.ts';
import type { Preview } from '../preview.ts';
import { ceptoarOf, centreOf, firstOf } from '../preview.ts';

/** How far the report may travel, in plain words with the mark beside. */
export function Marks({ it, change, words }: { it: ReportContent; change: Change; words: Words }) {
  return (
    <Choice
      label={t('exchange.compose.how-far')}
      hidden
      must
      help={t('exchange.compose.mark.doubt')}
      options={words.marks()}
      value={it.mark}
      onChange={(mark) => change({ mark: mark as Strictness })}
    />
  );
}

/** Whether the centre learns the name, and whether the own CEPTOAR gets a copy. Both begin with no. */
export function Disclosure({
  it,
  change,
  words,
  preview,
}: {
  it: ReportContent;
  change: Change;
  words: Words;
  preview: Preview;
}) {
  const centre = centreOf(preview);
  const ceptoar = ceptoarOf(preview);
  const first = words.body(firstOf(preview)?.body ?? '');
  const yesNo = (no: string, yes: string) => [
    { key: 'no', label: no },
    { key: 'yes', label: yes },
  ];
  return (
    <>
      {preview.sectors.length > 1 && (
        <Select
          label={t('exchange.compose.sector')}
          help={preview.route === 'report' ? t('exchange.compose.sector.help') : undefined}
          options={preview.sectors.map((key) => ({ key, label: words.sector(key) }))}
          value={it.sector ?? preview.sector}
          onChange={(sector) => change({ sector })}
        />
      )}
      {centre !== undefined && (
        <Segmented
          label={t('exchange.compose.name', { to: words.body(centre.body) })}
          help={t('exchange.compose.name.help', { sector: words.sector(preview.sector), first })}
          options={yesNo(t('exchange.compose.name.no'), t('exchange.compose.name.yes'))}
          value={it.nameToCs ? 'yes' : 'no'}
          onChange={(key) => change({ nameToCs: key === 'yes' })}
        />
      )}
      {ceptoar !== undefined && (
        <Segmented
          label={t('exchange.compose.copy', { to: words.body(ceptoar.body) })}
          options={yesNo(t('exchange.compose.copy.no'), t('exchange.compose.copy.yes'))}
          value={it.copyToCeptoar ? 'yes' : 'no'}
          onChange={(key) => change({ copyToCeptoar: key === 'yes' })}
        />
      )}
    </>
  );
}
