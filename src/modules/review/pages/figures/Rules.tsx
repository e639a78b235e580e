import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';

const rules = ['once', 'latest', 'causes', 'withdrawn', 'agencies', 'provisions', 'relay'] as const;

/** How it is counted, in words: the same rules by which the database counts. */
export function Rules() {
  return (
    <Panel title={t('review.rules')} tone="quiet">
      <ul className="dotted small stack-s">
        {rules.map((it) => (
          <li key={it}>{t(`review.rules.${it}`)}</li>
        ))}
      </ul>
    </Panel>
  );
}
