import { Button } from '../../../../portal/act/Button.tsx';
import { useNow } from '../../../../portal/data/clock.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { Note } from '../../../../portal/show/Note.tsx';
import { Deadline } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';

/** The most that stand on the desk; all stand on their own page. */
const most = 3;
const soon = 24 * 3_600_000;

/** The duties to report that are due within a day or were missed, on top of the desk. */
export default function DutiesNear() {
  const now = useNow();
  const items = (useGet(exchangeDoors.listObligations, {}, { every: 60_000 }).data?.items ?? []).filter(
    (it) => it.due !== null && new Date(it.due).getTime() - now.getTime() <= soon,
  );
  if (items.length === 0) return null;
  const late = items.some((it) => it.state === 'missed');
  return (
    <section aria-labelledby="duties-near">
      <Note
        tone={late ? 'late' : 'soon'}
        icon="clock"
        action={<Button href="/obligations">{t('exchange.duty.all', { n: items.length })}</Button>}
      >
        <h2 id="duties-near">{t('exchange.duty.near')}</h2>
        <ul className="call-now">
          {items.slice(0, most).map((it) => (
            <li key={it.id}>
              {it.due !== null && <Deadline at={it.due} />} <b>{both(it.title)}</b>{' '}
              <a className="small" href={`/reports/${it.report.id}`}>
                {it.report.title}
              </a>
            </li>
          ))}
        </ul>
      </Note>
    </section>
  );
}
