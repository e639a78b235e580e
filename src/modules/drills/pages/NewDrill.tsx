import './drills.css';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { tlp } from '../../../kernel/marking.ts';
import { Button } from '../../../portal/act/Button.tsx';
import { useGo } from '../../../portal/act/go.ts';
import { RefusalNote, wrongFields } from '../../../portal/act/Refusal.tsx';
import { useGet, useSend } from '../../../portal/data/query.ts';
import { Check } from '../../../portal/form/Check.tsx';
import { DateTime } from '../../../portal/form/DateTime.tsx';
import { ProseField } from '../../../portal/form/ProseField.tsx';
import { Select } from '../../../portal/form/Select.tsx';
import { TextField } from '../../../portal/form/TextField.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { both, t } from '../../../portal/text.ts';
import { drillsDoors } from '../contract.ts';
import { type Chosen, SeatsToInvite } from './SeatsToInvite.tsx';

const blank = { about: '', title: '', titleEn: '', purpose: '', announced: false };

/** Planning a drill: what is rehearsed, when, and who is invited. */
export default function NewDrill() {
  const go = useGo();
  const kinds = useGet(drillsDoors.listDrills).data?.kinds ?? [];
  const [it, setIt] = useState(blank);
  const [starts, setStarts] = useState<string | null>(null);
  const [ends, setEnds] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const put = (change: Partial<typeof blank>): void => setIt({ ...it, ...change });
  const plan = useSend(drillsDoors.planDrill, { onDone: ({ id }) => go(`/drills/${id}`) });
  const wrong = wrongFields(plan.error);
  const about = it.about === '' ? (kinds[0]?.key ?? '') : it.about;
  const of = (part: Chosen['part']): string[] => chosen.filter((one) => one.part === part).map((one) => one.seat);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { titleEn, ...rest } = it;
    const body = {
      ...rest,
      about,
      ...(titleEn === '' ? {} : { titleEn }),
      starts: starts ?? '',
      ends: ends ?? '',
      players: of('player'),
      evaluators: of('evaluator'),
    };
    plan.mutate({ body });
  };
  return (
    <>
      <PageHead
        title={t('drills.plan')}
        mark={tlp('AMBER')}
        crumbs={[{ label: t('drills.title'), href: '/drills' }, { label: t('drills.plan') }]}
      />
      <form className="sheet drills-sheet" onSubmit={submit}>
        <Select
          must
          label={t('drills.kind')}
          value={about}
          onChange={(next) => put({ about: next })}
          options={kinds.map((kind) => ({ key: kind.key, label: both(kind.title) }))}
        />
        <TextField
          must
          label={t('drills.name')}
          max={120}
          value={it.title}
          error={wrong['title']}
          onChange={(title) => put({ title })}
        />
        <TextField
          maybe
          label={t('drills.name.en')}
          max={120}
          value={it.titleEn}
          error={wrong['titleEn']}
          onChange={(titleEn) => put({ titleEn })}
        />
        <ProseField
          must
          label={t('drills.purpose')}
          rows={3}
          max={2000}
          value={it.purpose}
          error={wrong['purpose']}
          onChange={(purpose) => put({ purpose })}
        />
        <DateTime must label={t('drills.starts')} value={starts} error={wrong['starts']} onChange={setStarts} />
        <DateTime must label={t('drills.ends')} value={ends} error={wrong['ends']} onChange={setEnds} />
        <div className="drills-announced">
          <Check
            label={t('drills.announced')}
            help={t('drills.announced.help')}
            value={it.announced}
            onChange={(announced) => put({ announced })}
          />
        </div>
        <SeatsToInvite chosen={chosen} onChange={setChosen} />
        {plan.error !== null && <RefusalNote error={plan.error} />}
        <p className="actions">
          <Button
            type="submit"
            tone="go"
            wait={plan.isPending}
            {...(of('player').length === 0 ? { why: t('drills.plan.why') } : {})}
          >
            {t('drills.plan.do', { n: chosen.length })}
          </Button>
        </p>
      </form>
    </>
  );
}
