import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../../parties/contract.ts';
import { reviewDoors } from '../../contract.ts';
import { yearOf } from '../words.ts';

/** The reviews of a year, and the form of a new one for those who may record it. */
export function Findings({ year }: { year: number }) {
  const findings = useGet(reviewDoors.listFindings).data?.items.filter((it) => it.year === year);
  const may = useGet(partiesDoors.showSession).data?.powers.includes('publish-figures') ?? false;
  return (
    <>
      <Panel title={t('review.findings')} hint={yearOf(year)}>
        {findings?.length === 0 && <p className="dim small">{t('review.findings.none')}</p>}
        <ol className="thread">
          {findings?.map((it) => (
            <li key={it.id}>
              <p className="by">
                <b>{t('review.findings.said')}</b>
                <Moment at={it.at} as="day" />
              </p>
              <p className="text">{it.said}</p>
              <p className="by">
                <b>{t('review.findings.decided')}</b>
              </p>
              <p className="text">{it.decided}</p>
            </li>
          ))}
        </ol>
      </Panel>
      {may && <Record year={year} />}
    </>
  );
}

function Record({ year }: { year: number }) {
  const [it, setIt] = useState({ said: '', decided: '' });
  const done = (): void => {
    setIt({ said: '', decided: '' });
    say(t('review.findings.recorded'));
  };
  const record = useSend(reviewDoors.recordFinding, { onDone: done });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    record.mutate({ body: { year, ...it } });
  };
  return (
    <Panel title={t('review.findings.record')} hint={yearOf(year)}>
      <form className="stack-s" onSubmit={submit}>
        <ProseField
          bare
          must
          label={t('review.findings.said')}
          max={8000}
          value={it.said}
          onChange={(said) => setIt({ ...it, said })}
        />
        <ProseField
          bare
          must
          label={t('review.findings.decided')}
          max={8000}
          value={it.decided}
          onChange={(decided) => setIt({ ...it, decided })}
        />
        {record.error !== null && <RefusalNote error={record.error} />}
        <p className="small dim">{t('review.findings.says')}</p>
        <Button type="submit" wait={record.isPending}>
          {t('review.findings.record')}
        </Button>
      </form>
    </Panel>
  );
}
