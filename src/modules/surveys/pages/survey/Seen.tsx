import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import type { CampaignView } from '../../contract.ts';
import { useProgrammeWords } from '../words.ts';

/** Who will read what is answered, and whether they learn by whom. */
export function Seen({ it }: { it: Pick<CampaignView, 'readers' | 'asked'> }) {
  const words = useProgrammeWords();
  return (
    <Panel title={t('surveys.seen-by')} icon="people">
      <ul className="surveys-seen">
        {it.readers.map((one) => (
          <li key={one.capacity}>
            <b>{words.capacity(one.capacity)}</b>
            <span>{one.named ? t('surveys.seen.named') : t('surveys.seen.coded')}</span>
          </li>
        ))}
        <li>
          <b>{t('surveys.seen.others')}</b>
          <span>{t('surveys.seen.nothing')}</span>
        </li>
      </ul>
      <p className="small dim">{t('surveys.seen.when')}</p>
    </Panel>
  );
}
