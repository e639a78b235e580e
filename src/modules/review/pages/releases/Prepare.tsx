import { useState } from 'react';
import type { FormEvent } from 'react';
import { fiscalYearOf } from '../../../../kernel/time.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { useGo } from '../../../../portal/act/go.ts';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useNow } from '../../../../portal/data/clock.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { Select } from '../../../../portal/form/Select.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { reviewDoors } from '../../contract.ts';
import { periodOf, yearOf } from '../words.ts';

/** Choosing a time whose figures are to be published. */
export function Prepare() {
  const go = useGo();
  const present = fiscalYearOf(useNow());
  const years = useGet(reviewDoors.figures, { query: {} }).data?.years ?? [present];
  const [asked, setAsked] = useState({ year: '', quarter: '' });
  const year = asked.year === '' ? present : Number(asked.year);
  const quarter = asked.quarter === '' ? null : Number(asked.quarter);
  const prepare = useSend(reviewDoors.prepareRelease, {
    onDone: ({ id }) => {
      say(t('review.release.made'));
      go(`/releases/${id}`);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    prepare.mutate({ body: { year, quarter } });
  };
  return (
    <Panel title={t('review.release.prepare')} tone="key">
      <form className="stack-s" onSubmit={submit}>
        <p className="small dim">{t('review.release.prepare.says')}</p>
        <Select
          bare
          label={t('review.figures.year')}
          value={String(year)}
          onChange={(next) => setAsked({ ...asked, year: next })}
          options={years.map((it) => ({ key: String(it), label: yearOf(it) }))}
        />
        <Select
          bare
          label={t('review.release.period')}
          value={asked.quarter}
          onChange={(next) => setAsked({ ...asked, quarter: next })}
          options={[null, 1, 2, 3, 4].map((it) => ({
            key: it === null ? '' : String(it),
            label: periodOf({ year, quarter: it }),
          }))}
        />
        {prepare.error !== null && <RefusalNote error={prepare.error} />}
        <Button type="submit" tone="go" wide wait={prepare.isPending}>
          {t('review.release.prepare.do')}
        </Button>
      </form>
    </Panel>
  );
}
