import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../../../../portal/act/Button.tsx';
import { t } from '../../../../../portal/text.ts';
import type { FormView as View } from '../../../../forms/contract.ts';
import { FormView } from '../../../../forms/pages/index.ts';
import type { Change, ReportContent } from '../content.ts';
import { asksFor, countOf, rest } from './fields.ts';
import { asked } from './WhatHappened.tsx';

const members = ['headline', 'summary', 'occurredAt', 'detectedAt', 'eventType', 'handling'];

/** The rest of the form behind one fold: what a first report seldom knows, and what the page has not asked itself. */
export function MoreFields({
  it,
  change,
  form,
  stage,
  strict,
}: {
  it: ReportContent;
  change: Change;
  form: View;
  stage: string;
  strict: boolean;
}) {
  const definition = rest(form.definition, asked, members);
  const begun =
    it.causeTypes.length > 0 || Object.keys(it.answers).some((key) => !(asked as readonly string[]).includes(key));
  // Where the form asks for no event, what it asks is all there is to say.
  const short = !asksFor(form.definition, 'eventType');
  const [unfolded, unfold] = useState(begun || short);
  const first = useRef<HTMLDivElement>(null);
  if (!unfolded && !strict) {
    const open = (): void => {
      flushSync(() => unfold(true));
      first.current?.focus();
    };
    return (
      <div className="field form-fold cluster">
        <Button small onPress={open}>
          {t('exchange.compose.more', { n: countOf(definition) })}
        </Button>
        <span className="small dim">{t('exchange.compose.more.later')}</span>
      </div>
    );
  }
  return (
    <div
      className="form-fold-open"
      ref={first}
      tabIndex={-1}
      role="group"
      aria-label={t('exchange.compose.more.title')}
    >
      <FormView
        definition={definition}
        codes={form.codes}
        answers={it.answers}
        subject={{ causeTypes: it.causeTypes, eventType: it.eventType }}
        stage={stage}
        strict={strict}
        withSource
        onChange={({ answers, subject }) => {
          const causes = subject['causeTypes'];
          change({ answers, causeTypes: Array.isArray(causes) ? (causes as string[]) : [] });
        }}
      />
    </div>
  );
}
