import './situations.css';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { tlp } from '../../../kernel/marking.ts';
import type { Strictness } from '../../../kernel/marking.ts';
import { Button } from '../../../portal/act/Button.tsx';
import { useGo } from '../../../portal/act/go.ts';
import { RefusalNote, wrongFields } from '../../../portal/act/Refusal.tsx';
import { useGet, useSend } from '../../../portal/data/query.ts';
import { Choice } from '../../../portal/form/Choice.tsx';
import { TextField } from '../../../portal/form/TextField.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { both, t } from '../../../portal/text.ts';
import { programmeDoors } from '../../programme/contract.ts';
import { situationsDoors } from '../contract.ts';

/** Opening a situation: what it is called, and how it may be passed on. */
export default function NewSituation() {
  const go = useGo();
  const [title, setTitle] = useState('');
  const [mark, setMark] = useState<Strictness>('AMBER');
  const marks = (useGet(programmeDoors.programme).data?.marking ?? []).filter((it) => it.value !== 'CLEAR');
  const open = useSend(situationsDoors.openSituation, { onDone: ({ id }) => go(`/situations/${id}`) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    open.mutate({ body: { title, handling: tlp(mark) } });
  };
  return (
    <>
      <PageHead
        title={t('situations.open')}
        mark={tlp(mark)}
        crumbs={[{ label: t('situations.title'), href: '/situations' }, { label: t('situations.open') }]}
      />
      <form className="sheet situation-sheet" onSubmit={submit}>
        <TextField
          must
          label={t('situations.name')}
          help={t('situations.name.help')}
          max={120}
          value={title}
          error={wrongFields(open.error)['title']}
          onChange={setTitle}
        />
        <Choice
          must
          label={t('situations.mark')}
          help={t('situations.mark.help')}
          options={marks.map((it) => ({
            key: it.value,
            label: both(it.title),
            hint: both(it.says),
            mark: tlp(it.value),
          }))}
          value={mark}
          onChange={(key) => setMark(marks.find((it) => it.value === key)?.value ?? 'AMBER')}
        />
        {open.error !== null && <RefusalNote error={open.error} />}
        <p className="actions">
          <Button type="submit" tone="go" wait={open.isPending}>
            {t('situations.open.do')}
          </Button>
        </p>
      </form>
    </>
  );
}
