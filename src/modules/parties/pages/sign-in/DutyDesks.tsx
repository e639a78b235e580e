import { useGet } from '../../../../portal/data/query.ts';
import { Note } from '../../../../portal/show/Note.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';
import { hoursWords } from '../words.ts';

/** What to do when one cannot get in and it is urgent: the telephones of the desks on duty. */
export function DutyDesks() {
  const desks = useGet(partiesDoors.dutyDesks).data?.items ?? [];
  return (
    <Note tone="soon" icon="phone">
      <b>{t('parties.urgent')}</b> {t('parties.urgent.says')}
      {desks.length > 0 && (
        <details>
          <summary className="text-button">{t('parties.urgent.list')}</summary>
          <ul className="ruled small">
            {desks.map((it) => (
              <li key={`${it.body.ja} ${it.phone}`}>
                {both(it.body)} {it.label}（{hoursWords(it.hours)}）{' '}
                <a href={`tel:${it.phone.replace(/[^\d+]/gu, '')}`}>{it.phone}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Note>
  );
}
