import { useState } from 'react';
import type { FormEvent } from 'react';
import { tlp } from '../../../kernel/marking.ts';
import { Button } from '../../../portal/act/Button.tsx';
import { useGo } from '../../../portal/act/go.ts';
import { Answer, RefusalNote, wrongFields } from '../../../portal/act/Refusal.tsx';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import { useGet, useSend } from '../../../portal/data/query.ts';
import { DateTime } from '../../../portal/form/DateTime.tsx';
import { Select } from '../../../portal/form/Select.tsx';
import { TextField } from '../../../portal/form/TextField.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { both, t } from '../../../portal/text.ts';
import { surveysDoors } from '../contract.ts';
import { yearOf } from './words.ts';

type Kind = OutputOf<typeof surveysDoors.listSurveys>['kinds'][number];

/** Planning a campaign: what is surveyed, for which year, until when. Whom it goes to is shown before it is opened. */
export default function NewSurvey() {
  const surveys = useGet(surveysDoors.listSurveys);
  return (
    <>
      <PageHead
        title={t('surveys.plan')}
        mark={tlp('AMBER')}
        crumbs={[{ label: t('surveys.title'), href: '/surveys' }, { label: t('surveys.plan') }]}
      />
      <Answer of={surveys}>
        {({ kinds: [first, ...more] }) =>
          first === undefined ? (
            <EmptyState title={t('surveys.kinds.none')}>{t('surveys.kinds.none.way')}</EmptyState>
          ) : (
            <Planning first={first} kinds={[first, ...more]} />
          )
        }
      </Answer>
    </>
  );
}

function Planning({ first, kinds }: { first: Kind; kinds: readonly Kind[] }) {
  const go = useGo();
  const [about, setAbout] = useState(first.key);
  const kind = kinds.find((it) => it.key === about) ?? first;
  const [year, setYear] = useState(first.year);
  const [title, setTitle] = useState('');
  const [titleEn, setTitleEn] = useState('');
  const [due, setDue] = useState<string | null>(first.due);
  const plan = useSend(surveysDoors.planSurvey, { onDone: ({ id }) => go(`/surveys/${id}`) });
  const wrong = wrongFields(plan.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { about, title, year, due: due ?? '', ...(titleEn === '' ? {} : { titleEn }) };
    plan.mutate({ body });
  };
  return (
    <form className="sheet" onSubmit={submit}>
      <Select
        must
        label={t('surveys.kind')}
        help={both(kind.says)}
        value={about}
        onChange={(next) => {
          setAbout(next);
          setDue(kinds.find((it) => it.key === next)?.due ?? due);
        }}
        options={kinds.map((it) => ({ key: it.key, label: both(it.title) }))}
      />
      <Select
        must
        label={t('surveys.fiscal')}
        value={String(year)}
        onChange={(next) => setYear(Number(next))}
        options={[first.year + 1, first.year, first.year - 1].map((it) => ({ key: String(it), label: yearOf(it) }))}
      />
      <TextField
        must
        label={t('surveys.name')}
        max={120}
        value={title}
        error={wrong['title']}
        onChange={setTitle}
        placeholder={both(kind.title)}
      />
      <TextField
        maybe={t('surveys.optional')}
        label={t('surveys.name.en')}
        max={160}
        value={titleEn}
        error={wrong['titleEn']}
        onChange={setTitleEn}
      />
      <DateTime
        must
        label={t('surveys.due')}
        help={t('surveys.due.help')}
        value={due}
        error={wrong['due']}
        onChange={setDue}
      />
      {plan.error !== null && <RefusalNote error={plan.error} />}
      <p className="actions">
        <Button type="submit" tone="go" wait={plan.isPending}>
          {t('surveys.plan.do')}
        </Button>
      </p>
    </form>
  );
}
