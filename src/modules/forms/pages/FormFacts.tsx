import { Facts } from '../../../portal/show/Facts.tsx';
import type { FactItem } from '../../../portal/show/Facts.tsx';
import { t } from '../../../portal/text.ts';
import { difference } from '../engine/view/difference.ts';
import type { Change, Side } from '../engine/view/difference.ts';
import { flat, layout } from '../engine/view/model.ts';
import type { ItemModel, SectionModel } from '../engine/view/model.ts';
import { CopyClean } from './CopyClean.tsx';
import { contextOf, portalVoice } from './shown.ts';
import type { FormShown } from './shown.ts';
import './forms.css';

/** The answers as facts in the order of the form, for reading. */
export function FormFacts({
  definition,
  answers,
  before,
  changesOnly = false,
  without = [],
  level = 3,
  ...rest
}: FormShown & {
  /** An earlier version to tell the changes from, and what it is called, such as `第1報`. */
  readonly before?: Side & { readonly name: string };
  /** Leaves out what did not change. */
  readonly changesOnly?: boolean;
  /** Keys of fields that the page shows elsewhere. */
  readonly without?: readonly string[];
  readonly level?: 2 | 3;
}) {
  const ctx = contextOf(rest);
  const voice = portalVoice();
  const model = layout(definition, answers, voice, ctx);
  const changes =
    before === undefined ? [] : difference(definition, before, { answers, subject: rest.subject }, voice, ctx);
  const changed = new Map(changes.map((it) => [it.path, it]));
  const Heading = level === 2 ? 'h2' : 'h3';
  const sections = model.sections
    .map((section) => ({
      section,
      items: [
        ...flat({ ...model, sections: [section] }, voice).flatMap(({ item, label }) =>
          fact(item, label, changed.get(item.path), before?.name),
        ),
        ...changes
          .filter((it) => it.kind === 'removed' && stands(section, it.path))
          .map((it) => removed(it, before?.name)),
      ].filter((it) => !without.includes(it.key) && (!changesOnly || it.fact.was !== undefined)),
    }))
    .filter(({ items }) => items.length > 0);
  if (sections.length === 0)
    return <p className="dim">{t(changesOnly ? 'forms.facts.unchanged' : 'forms.facts.none')}</p>;
  return (
    <div className="form-facts">
      {sections.map(({ section, items }) => (
        <section key={section.key}>
          <Heading>{section.title}</Heading>
          <Facts items={items.map((it) => it.fact)} />
        </section>
      ))}
    </div>
  );
}

interface KeyedFact {
  readonly key: string;
  readonly fact: FactItem;
}

const topOf = (path: string): string => path.split('.')[0] ?? path;

const fact = (item: ItemModel, term: string, change: Change | undefined, name = ''): KeyedFact[] => {
  if (item.answer === undefined) return [];
  const withheld = item.answer.state === 'withheld';
  const was = change === undefined ? {} : { was: said(change, name) };
  return [
    {
      key: topOf(item.path),
      fact: {
        term,
        ...(withheld ? { unseen: item.text } : { value: <Said item={item} /> }),
        ...was,
      },
    },
  ];
};

function Said({ item }: { item: ItemModel }) {
  const { answer, field, text } = item;
  if (
    field.type === 'group' ||
    field.indicator !== true ||
    answer?.state !== 'known' ||
    typeof answer.value !== 'string'
  )
    return <span className="answer">{text}</span>;
  return (
    <span className="cluster">
      <code className="answer">{text}</code>
      <CopyClean value={answer.value} />
    </span>
  );
}

const stands = (section: SectionModel, path: string): boolean => section.items.some((it) => it.path === topOf(path));

const removed = (change: Change, name = ''): KeyedFact => ({
  key: topOf(change.path),
  fact: { term: change.label, value: <span className="dim">{t('forms.facts.removed')}</span>, was: said(change, name) },
});

const said = (change: Change, name: string): string =>
  change.before === undefined ? t('forms.facts.new', { name }) : t('forms.facts.was', { name, before: change.before });
