import { useGet } from '../../../../portal/data/query.ts';
import { Note } from '../../../../portal/show/Note.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';

/** What was shown here by an operator's consent and has been recalled: its number and when, and nothing of what it said. */
export function Recalled() {
  const recalled = useGet(exchangeDoors.listReports, { query: { limit: 1 } }).data?.recalled ?? [];
  if (recalled.length === 0) return null;
  return (
    <Note tone="info">
      <b>{t('exchange.recalled.title', { n: recalled.length })}</b> {t('exchange.recalled.says')}
      <ul>
        {recalled.map((it) => (
          <li key={it.id}>{rich('exchange.recalled.one', { reference: it.reference, when: <Moment at={it.at} /> })}</li>
        ))}
      </ul>
    </Note>
  );
}
