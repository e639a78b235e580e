import { Button } from '../../../portal/act/Button.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { Icon } from '../../../portal/show/Icon.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { both, t } from '../../../portal/text.ts';
import { circulationDoors, type CallView } from '../../circulation/contract.ts';

/** The most that stand on the desk; all stand on their own page. */
const MOST = 3;

/** Whom to telephone now, on top of the desk. Nothing where nobody is silent. */
export function CallNow() {
  const items = useGet(circulationDoors.listCalls, {}, { every: 60_000 }).data?.items ?? [];
  if (items.length === 0) return null;
  const all = (
    <Button tone="go" icon="phone" href="/calls">
      {t('circulation.calls.all', { n: items.length })}
    </Button>
  );
  return (
    <section aria-labelledby="call-now">
      <Note tone="late" icon="phone" action={all}>
        <h2 id="call-now">{t('circulation.calls')}</h2>
        <ul className="call-now">
          {items.slice(0, MOST).map((it) => (
            <li key={`${it.receipt} ${it.need}`}>
              <b>{both(it.body.name)}</b> <Next it={it} />
              <span className="small">{t('desk.quoted', { title: it.subject.title })}</span>
            </li>
          ))}
        </ul>
      </Note>
    </section>
  );
}

function Next({ it }: { it: CallView }) {
  const next = it.points.find((point) => point.id === it.next);
  const number = next?.phone ?? next?.sms ?? null;
  if (next === undefined || number === null) return <span className="dim">{t('circulation.calls.no-number')} </span>;
  return (
    <>
      {next.called ?? next.label}{' '}
      <a className="nowrap" href={`tel:${number.replace(/[^\d+]/gu, '')}`}>
        <Icon name="phone" /> {number}
      </a>{' '}
    </>
  );
}
