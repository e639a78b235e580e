import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../../portal/text.ts';
import { sheet } from '../engine/view/model.ts';
import type { ItemModel } from '../engine/view/model.ts';
import { contextOf, portalVoice } from './shown.ts';
import type { FormShown } from './shown.ts';
import './forms.css';

/**
 * The form on A4 in the order of the official sheet, every row of it, blank ones too: officials find an answer by its place.
 * The head (number of the report, times, addressee, mark) is the page's to give, since the form does not know it.
 */
export function FormPrint({
  definition,
  answers,
  head,
  children,
  ...rest
}: FormShown & {
  readonly head: readonly { readonly label: string; readonly value: ReactNode }[];
  /** Stands above the title: the mark, and 【訓練】 or 【演習】 where it is one. */
  readonly children?: ReactNode;
}) {
  const model = sheet(definition, answers, portalVoice(), contextOf(rest));
  return (
    <article className="form-sheet">
      <header>
        {children}
        <h1>{model.title}</h1>
        <dl>
          <dt>{t('forms.sheet.edition')}</dt>
          <dd>{`${model.key} ${model.version}`}</dd>
          {head.map(({ label, value }) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      </header>
      {model.sections.map((part) => (
        <table key={part.letter ?? part.key}>
          <caption>{[part.letter, part.title].filter(Boolean).join('　')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('forms.sheet.place')}</th>
              <th scope="col">{t('forms.sheet.item')}</th>
              <th scope="col">{t('forms.sheet.answer')}</th>
            </tr>
          </thead>
          <tbody>
            {part.items.map((item) => (
              <tr key={item.path}>
                <td className="place">{item.official}</td>
                <th scope="row">{item.label}</th>
                <td className="answer">{item.entries === undefined ? item.text : <Entries of={item} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </article>
  );
}

function Entries({ of }: { of: ItemModel }) {
  const entries = (of.entries ?? [])
    .map((entry) => entry.filter((it) => it.text !== ''))
    .filter((entry) => entry.length > 0);
  return (
    <ol>
      {entries.map((entry) => (
        <li key={entry[0]?.path}>
          {entry.map((it) => (
            <span key={it.path}>
              <small>{it.label}</small> {it.text}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}
