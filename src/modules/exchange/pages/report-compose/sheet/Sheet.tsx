import type { ReactNode } from 'react';
import { Tag } from '../../../../../portal/show/Tag.tsx';
import { t } from '../../../../../portal/text.ts';
import type { FormView } from '../../../../forms/contract.ts';
import type { Words } from '../../words/programme.ts';
import type { Change, ReportContent } from '../content.ts';
import { asksFor } from './fields.ts';
import { Marks } from './HowFar.tsx';
import { MoreFields } from './MoreFields.tsx';
import { WhatHappened } from './WhatHappened.tsx';

/** The report as it is written: what happened, the rest of the form behind a fold, how far it may travel. */
export function Sheet({
  it,
  change,
  words,
  form,
  stage,
  errors,
  children,
}: {
  it: ReportContent;
  change: Change;
  words: Words;
  form: FormView;
  stage: string;
  /** What the server could not take, by field. */
  errors: Readonly<Record<string, string>>;
  children?: ReactNode;
}) {
  return (
    <div className="sheet">
      <section aria-labelledby="what-happened">
        <h2 id="what-happened">
          {t(asksFor(form.definition, 'eventType') ? 'exchange.compose.what-happened' : 'exchange.compose.in-short')}
        </h2>
        <WhatHappened it={it} change={change} words={words} form={form} errors={errors} />
      </section>
      <MoreFields
        it={it}
        change={change}
        form={form}
        stage={stage}
        strict={Object.keys(errors).some((path) => path.startsWith('answers'))}
      />
      <section aria-labelledby="how-far">
        <h2 id="how-far">
          {t('exchange.compose.how-far')} <Tag tone="must">{t('portal.field.must')}</Tag>
        </h2>
        <Marks it={it} change={change} words={words} />
        {children}
      </section>
    </div>
  );
}
