import { useGet } from '../../../../portal/data/query.ts';
import { Note } from '../../../../portal/show/Note.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, rich, t } from '../../../../portal/text.ts';
import { circulationDoors } from '../../../circulation/contract.ts';
import type { Words } from '../words/programme.ts';

/** What somebody said by telephone for this receipt: who, what, and who noted it. Nothing where nobody did. */
export function Spoken({ receipt, words }: { receipt: string; words: Words }) {
  const said = useGet(circulationDoors.showWords, { params: { id: receipt } }).data?.items ?? [];
  if (said.length === 0) return null;
  return (
    <Note icon="phone">
      <b>{t('exchange.spoken')}</b>
      {said.map((it) => (
        <p key={it.at} className="small">
          {rich('exchange.spoken.by', {
            at: <Moment at={it.at} />,
            who: it.saidBy,
            state: words.code('acknowledgement', it.state),
            by: both(it.by),
          })}{' '}
          {it.note}
        </p>
      ))}
      <p className="small dim">{t('exchange.spoken.own')}</p>
    </Note>
  );
}
