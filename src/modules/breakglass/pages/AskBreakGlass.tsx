import { useState } from 'react';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import { milliseconds } from '../../../kernel/time.ts';
import { Button } from '../../../portal/act/Button.tsx';
import { useGo } from '../../../portal/act/go.ts';
import { Answer, RefusalNote, wrongFields } from '../../../portal/act/Refusal.tsx';
import { span } from '../../../portal/data/phrases.ts';
import { useGet, useSend } from '../../../portal/data/query.ts';
import { Choice } from '../../../portal/form/Choice.tsx';
import { ProseField } from '../../../portal/form/ProseField.tsx';
import { Select } from '../../../portal/form/Select.tsx';
import { TextField } from '../../../portal/form/TextField.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { both, t } from '../../../portal/text.ts';
import { breakglassDoors } from '../contract.ts';

type Terms = OutputOf<typeof breakglassDoors.breakGlassTerms>;

/** Asking another office to open what a reference stands for. */
export default function AskBreakGlass() {
  const terms = useGet(breakglassDoors.breakGlassTerms);
  return (
    <>
      <PageHead title={t('breakglass.ask')} crumbs={[{ label: t('breakglass.title'), href: '/break-glass' }]} />
      <Answer of={terms}>{(it) => <Writing terms={it} />}</Answer>
    </>
  );
}

function Writing({ terms }: { terms: Terms }) {
  const go = useGo();
  const [it, setIt] = useState({ reference: '', what: 'content', basis: '', reason: '', office: '' });
  const ask = useSend(breakglassDoors.askBreakGlass, { onDone: ({ id }) => go(`/break-glass/${id}`) });
  const wrong = wrongFields(ask.error);
  const basis = terms.bases.find((one) => one.key === it.basis);
  const lacking = [it.reference, it.basis, it.reason, it.office].some((text) => text.trim() === '');
  return (
    <div className="compose">
      <div className="stack">
        <TextField
          must
          label={t('breakglass.reference')}
          help={t('breakglass.reference.help')}
          placeholder="連-7K3M-Q2"
          max={40}
          value={it.reference}
          error={wrong['reference']}
          onChange={(reference) => setIt({ ...it, reference })}
        />
        <Choice
          must
          label={t('breakglass.what')}
          columns={2}
          options={(['content', 'source'] as const).map((key) => ({
            key,
            label: t(`breakglass.what.${key}`),
            hint: t(`breakglass.what.${key}.says`),
          }))}
          value={it.what}
          onChange={(what) => setIt({ ...it, what })}
        />
        <Choice
          must
          label={t('breakglass.basis')}
          options={terms.bases.map((one) => ({ key: one.key, label: both(one.title), hint: both(one.law) }))}
          value={it.basis}
          onChange={(key) => setIt({ ...it, basis: key })}
        />
        <ProseField
          must
          label={t('breakglass.reason')}
          help={t('breakglass.reason.help')}
          rows={4}
          max={2000}
          value={it.reason}
          error={wrong['reason']}
          onChange={(reason) => setIt({ ...it, reason })}
        />
        <Select
          must
          label={t('breakglass.office')}
          help={t('breakglass.office.help')}
          options={[
            ...(it.office === '' ? [{ key: '', label: t('breakglass.office.choose') }] : []),
            ...terms.offices.map((one) => ({ key: one.seat, label: one.name })),
          ]}
          value={it.office}
          onChange={(office) => setIt({ ...it, office })}
        />
        {ask.error !== null && <RefusalNote error={ask.error} />}
      </div>
      <Panel title={t('breakglass.what-happens')} icon="eyeoff" tone="key">
        <ul className="ruled small">
          <li>{t('breakglass.happens.second')}</li>
          <li>{t('breakglass.happens.hours', { span: span(milliseconds(terms.opens)) })}</li>
          <li>
            {basis?.tellAfter === undefined || basis.tellAfter === null
              ? t('breakglass.happens.told')
              : t('breakglass.happens.told-later', { span: span(milliseconds(basis.tellAfter)) })}
          </li>
          <li>{t('breakglass.happens.audit')}</li>
        </ul>
        <Button
          tone="go"
          wide
          wait={ask.isPending}
          why={lacking ? t('breakglass.incomplete') : undefined}
          onPress={() => ask.mutate({ body: { ...it, what: it.what === 'source' ? 'source' : 'content' } })}
        >
          {t('breakglass.ask.do')}
        </Button>
      </Panel>
    </div>
  );
}
