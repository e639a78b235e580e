import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { Facts } from '../../../../portal/show/Facts.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { journalDoors } from '../../contract.ts';

/** How far the journal was last sealed, in words that can be kept elsewhere and held against it later. */
export function Signed() {
  const signed = useGet(journalDoors.checkpoint);
  return (
    <Panel title={t('journal.signed')}>
      <p className="small dim">{t('journal.signed.hint')}</p>
      <Answer of={signed}>
        {(it) => (
          <>
            <Facts
              items={[
                { term: t('journal.signed.at'), value: <Moment at={it.sealedAt} as="both" /> },
                { term: t('journal.signed.size'), value: <span className="number">{it.size}</span> },
              ]}
            />
            <label>
              <span className="small dim">{t('journal.note')}</span>
              <textarea className="note-text" readOnly rows={6} value={it.note} />
            </label>
          </>
        )}
      </Answer>
    </Panel>
  );
}
