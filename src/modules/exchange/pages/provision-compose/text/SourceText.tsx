import { Answer } from '../../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../../portal/data/query.ts';
import { MarkingChip } from '../../../../../portal/show/MarkingChip.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { t } from '../../../../../portal/text.ts';
import { FormFacts } from '../../../../forms/pages/index.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { Material } from '../../../shapes/material.ts';
import type { ReportView } from '../../../shapes/report.ts';
import type { Words } from '../../words/programme.ts';
import { nameOf, subjectOf, useForm } from '../../words/versions.ts';
import { materialWord } from './Materials.tsx';
import { removed } from './removed.ts';

/** The report that a provision is made from, only to be read: what the new text left out is struck through. */
export function SourceText({ id, text, words }: { id: string; text: string; words: Words }) {
  const report = useGet(exchangeDoors.showReport, { params: { id } });
  return <Answer of={report}>{(it) => <Shown report={it} text={text} words={words} />}</Answer>;
}

function Shown({ report, text, words }: { report: ReportView; text: string; words: Words }) {
  const last = report.versions.at(-1);
  const form = useForm(last?.form.key);
  if (last === undefined) return null;
  const who = report.source?.body.name ?? t('exchange.report.masked', { sector: words.sector(report.sector) });
  return (
    <Panel
      tone="quiet"
      icon="lock"
      level={3}
      title={t('exchange.texts.source')}
      hint={t('exchange.texts.source.hint', { reference: report.reference, name: nameOf(last, words) })}
    >
      <p className="small cluster">
        <MarkingChip mark={report.handling} /> {who}
      </p>
      <p className="source-text">
        <Struck source={last.headline} text={text} />
      </p>
      <p className="source-text">
        <Struck source={last.summary ?? t('exchange.texts.no-summary')} text={text} />
      </p>
      {form.data !== undefined && (
        <details>
          <summary className="text-button">{t('exchange.texts.rest')}</summary>
          <FormFacts
            definition={form.data.definition}
            codes={form.data.codes}
            answers={last.answers}
            subject={subjectOf(last)}
            stage={last.stage}
            without={['headline', 'summary', 'handling']}
            level={3}
          />
        </details>
      )}
    </Panel>
  );
}

/** What else the provision is made from, only to be read, in the same way. */
export function MaterialText({ it, text }: { it: Material; text: string }) {
  return (
    <Panel tone="quiet" icon="lock" level={3} title={materialWord(it.kind)} hint={it.reference ?? undefined}>
      <p className="source-text">
        <Struck source={it.title} text={text} />
      </p>
      {it.quote !== null && it.quote !== undefined && (
        <p className="source-text">
          <Struck source={it.quote} text={text} />
        </p>
      )}
    </Panel>
  );
}

function Struck({ source, text }: { source: string; text: string }) {
  return removed(source, text).map((it, i) => {
    const key = `${i}-${it.text}`;
    return it.gone ? <del key={key}>{it.text}</del> : <span key={key}>{it.text}</span>;
  });
}
