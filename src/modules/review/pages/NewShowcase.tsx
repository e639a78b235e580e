import './review.css';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { tlp } from '../../../kernel/marking.ts';
import { Button } from '../../../portal/act/Button.tsx';
import { useGo } from '../../../portal/act/go.ts';
import { RefusalNote, wrongFields } from '../../../portal/act/Refusal.tsx';
import { say } from '../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../portal/data/query.ts';
import { ProseField } from '../../../portal/form/ProseField.tsx';
import { Select } from '../../../portal/form/Select.tsx';
import { TextField } from '../../../portal/form/TextField.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { both, t } from '../../../portal/text.ts';
import { programmeDoors } from '../../programme/contract.ts';
import { reviewDoors } from '../contract.ts';

/** Writing down what a CEPTOAR does well. */
export default function NewShowcase() {
  const go = useGo();
  const [it, setIt] = useState({ title: '', circle: '', consented: '', practice: '', adopting: '' });
  const put = (change: Partial<typeof it>): void => setIt({ ...it, ...change });
  const ceptoars = useGet(programmeDoors.programme).data?.ceptoars ?? [];
  const circle = it.circle === '' ? (ceptoars[0]?.circle ?? '') : it.circle;
  const write = useSend(reviewDoors.writeShowcase, {
    onDone: ({ id }) => {
      say(t('review.showcase.made'));
      go(`/showcases/${id}`);
    },
  });
  const wrong = wrongFields(write.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    write.mutate({ body: { ...it, circle } });
  };
  return (
    <>
      <PageHead
        title={t('review.showcase.new')}
        mark={tlp('GREEN')}
        crumbs={[{ label: t('review.showcases'), href: '/showcases' }, { label: t('review.showcase.new') }]}
      />
      <form className="sheet review-sheet" onSubmit={submit}>
        <TextField
          must
          label={t('review.showcase.title')}
          max={200}
          value={it.title}
          error={wrong['title']}
          onChange={(title) => put({ title })}
        />
        <Select
          must
          label={t('review.showcase.of')}
          value={circle}
          onChange={(next) => put({ circle: next })}
          options={ceptoars.map((one) => ({ key: one.circle, label: both(one.title) }))}
        />
        <TextField
          must
          label={t('review.showcase.consented')}
          help={t('review.showcase.consented.help')}
          max={400}
          value={it.consented}
          error={wrong['consented']}
          onChange={(consented) => put({ consented })}
        />
        <ProseField
          must
          label={t('review.showcase.practice')}
          rows={6}
          max={8000}
          value={it.practice}
          onChange={(practice) => put({ practice })}
        />
        <ProseField
          must
          label={t('review.showcase.adopting')}
          rows={6}
          max={8000}
          value={it.adopting}
          onChange={(adopting) => put({ adopting })}
        />
        {write.error !== null && <RefusalNote error={write.error} />}
        <p className="actions">
          <Button type="submit" tone="go" wait={write.isPending}>
            {t('review.showcase.write')}
          </Button>
        </p>
      </form>
    </>
  );
}
