import { Button } from '../../../portal/act/Button.tsx';
import { useNow } from '../../../portal/data/clock.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { Note } from '../../../portal/show/Note.tsx';
import { Deadline } from '../../../portal/show/Time.tsx';
import { t } from '../../../portal/text.ts';
import { situationsDoors } from '../contract.ts';

/** The situation reports that the desk owes within a day, on top of it. */
export default function ReportsDue() {
  const now = useNow();
  const items = useGet(situationsDoors.listReportsDue, {}, { every: 60_000 }).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="reports-due">
      <Note tone={items.some((it) => new Date(it.due) < now) ? 'late' : 'soon'} icon="clock">
        <h2 id="reports-due">{t('situations.report.due')}</h2>
        <ul className="call-now">
          {items.map((it) => (
            <li key={it.situation}>
              <Deadline at={it.due} /> <a href={`/situations/${it.situation}`}>{it.title}</a>{' '}
              {it.draft !== null && (
                <Button small href={`/situation-reports/${it.draft}`}>
                  {t('situations.report.due.draft')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Note>
    </section>
  );
}
