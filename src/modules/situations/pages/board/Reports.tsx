import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { useGo } from '../../../../portal/act/go.ts';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Select } from '../../../../portal/form/Select.tsx';
import { Deadline, Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { situationsDoors } from '../../contract.ts';
import type { Board } from '../../shapes.ts';

/** The situation reports that the reader has, when the next is due, and for the desk how to begin it. */
export function Reports({ it }: { it: Board }) {
  const go = useGo();
  const draft = useSend(situationsDoors.draftReport, { onDone: ({ id }) => go(`/situation-reports/${id}`) });
  const waiting = it.written.find((one) => one.releasedAt === null);
  if (it.written.length === 0 && it.nextReport === null && !it.may.keep) return null;
  return (
    <section className="stack-s">
      <h2>{t('situations.report')}</h2>
      <p>
        {it.nextReport === null ? (
          <span className="dim">{t('situations.report.no-rhythm')}</span>
        ) : (
          <>
            {t('situations.report.next')} <Deadline at={it.nextReport} />
          </>
        )}
      </p>
      {it.written.length > 0 && (
        <ul className="ruled">
          {it.written.map((one) => (
            <li key={one.id}>
              <a href={`/situation-reports/${one.id}`}>{t('situations.report.title', { n: one.number })}</a>{' '}
              <span className="small dim">
                {one.releasedAt === null ? t('situations.report.unreleased') : <Moment at={one.releasedAt} />}
              </span>
            </li>
          ))}
        </ul>
      )}
      {it.may.keep && (
        <>
          {waiting === undefined ? (
            <p>
              <Button wait={draft.isPending} onPress={() => draft.mutate({ params: { id: it.id }, body: {} })}>
                {t('situations.report.draft')}
              </Button>
            </p>
          ) : (
            <p>
              <Button href={`/situation-reports/${waiting.id}`}>
                {t('situations.report.open-draft', { n: waiting.number })}
              </Button>
            </p>
          )}
          {draft.error !== null && <RefusalNote error={draft.error} />}
          {it.state === 'open' && <Rhythm it={it} />}
        </>
      )}
    </section>
  );
}

const choices = [1, 2, 3, 4, 6, 8, 12, 24];

function Rhythm({ it }: { it: Board }) {
  const [hours, setHours] = useState('3');
  const set = useSend(situationsDoors.setRhythm);
  return (
    <div className="stack-s">
      <div className="rhythm">
        <Select
          bare
          label={t('situations.report.rhythm')}
          options={choices.map((n) => ({ key: String(n), label: String(n) }))}
          value={hours}
          onChange={setHours}
        />
        <Button
          small
          wait={set.isPending}
          onPress={() => set.mutate({ params: { id: it.id }, body: { hours: Number(hours) } })}
        >
          {t('situations.report.rhythm.set')}
        </Button>
      </div>
      {set.error !== null && <RefusalNote error={set.error} />}
    </div>
  );
}
