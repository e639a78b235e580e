import { useId, useRef, useState } from 'react';
import type { FocusEvent, ReactNode, Ref } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../../../portal/act/Button.tsx';
import { t } from '../../../../portal/text.ts';
import { layout } from '../../engine/view/model.ts';
import type { ItemModel, SectionModel } from '../../engine/view/model.ts';
import { addEntry, put, removeEntry } from './edits.ts';
import { FormField } from './FormField.tsx';
import { FormGroup } from './FormGroup.tsx';
import { begun, visible } from './raws.ts';
import { contextOf, portalVoice } from '../shown.ts';
import type { FormShown } from '../shown.ts';
import '../forms.css';

/** Answers while they are written: as typed, not normalised. */
export interface FormWritten {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly subject: Readonly<Record<string, unknown>>;
}

/** What the web form is given. */
export interface FormViewProps extends FormShown {
  readonly onChange: (next: FormWritten) => void;
  /** Says what is wrong with every field, not only with those that were left; for after a refused send. */
  readonly strict?: boolean;
  /** Only these sections, in this order; all of them otherwise. */
  readonly sections?: readonly string[];
  /** Keys of fields that the page asks in its own way, such as the mark. */
  readonly without?: readonly string[];
  /** Lays something around a field, such as what was answered before. */
  readonly around?: (item: ItemModel, field: ReactNode) => ReactNode;
}

/**
 * Edits the answers of a form: a run of `<section>`s for a container of class `sheet`. Fields of the kit hold what is being
 * typed, so a page that takes other answers in (a restored draft) gives the form another `key`.
 */
export function FormView({
  definition,
  onChange,
  strict = false,
  sections,
  without = [],
  around = (_, asIs) => asIs,
  ...shown
}: FormViewProps) {
  const { answers, subject = {} } = shown;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const model = layout(definition, answers, portalVoice(), contextOf({ withSource: true, ...shown }));
  const asked = (
    sections === undefined ? model.sections : sections.flatMap((key) => model.sections.find((s) => s.key === key) ?? [])
  )
    .map((section) => ({
      ...section,
      items: section.items.filter((it) => it.visible && !without.includes(it.field.key)),
    }))
    .filter((section) => section.items.length > 0);
  const change = (item: ItemModel, path: string, value: unknown): void => {
    const bound = item.field.binds;
    if (bound === undefined) onChange({ answers: put(answers, path, value), subject });
    else onChange({ answers, subject: put(subject, bound, value) });
  };
  const field: Fields = {
    around,
    errorOf: (item) => (strict || left.has(item.path) ? item.problems[0]?.text : undefined),
    onPut: (item, path, value) => change(item, path, visible(value)),
    onAdd: (item) => onChange({ answers: addEntry(answers, item.field.key), subject }),
    onRemove: (item, place) => onChange({ answers: removeEntry(answers, item.field.key, place), subject }),
    onLeave: (path) => setLeft((before) => (before.has(path) ? before : new Set([...before, path]))),
  };
  return runs(asked).map((run) =>
    run.folded ? (
      <Folded key={run.sections[0]?.key} sections={run.sections} field={field} strict={strict} />
    ) : (
      run.sections.map((section) => <Section key={section.key} section={section} field={field} />)
    ),
  );
}

interface Fields {
  readonly around: (item: ItemModel, field: ReactNode) => ReactNode;
  readonly errorOf: (item: ItemModel) => string | undefined;
  readonly onPut: (item: ItemModel, path: string, value: unknown) => void;
  readonly onAdd: (item: ItemModel) => void;
  readonly onRemove: (item: ItemModel, place: number) => void;
  readonly onLeave: (path: string) => void;
}

interface Run {
  readonly folded: boolean;
  readonly sections: SectionModel[];
}

// Folded sections beside each other open with one button.
const runs = (sections: readonly SectionModel[]): Run[] => {
  const made: Run[] = [];
  for (const section of sections) {
    const last = made.at(-1);
    if (last?.folded === section.folded) last.sections.push(section);
    else made.push({ folded: section.folded, sections: [section] });
  }
  return made;
};

/** Sections that a first report seldom needs, behind one button; open at once where something is written or wrong in them. */
function Folded({ sections, field, strict }: { sections: readonly SectionModel[]; field: Fields; strict: boolean }) {
  const items = sections.flatMap((section) => section.items);
  const [open, setOpen] = useState(() => items.some(begun));
  const first = useRef<HTMLHeadingElement>(null);
  const wrong =
    strict && items.some((item) => [item, ...(item.entries ?? []).flat()].some((it) => it.problems.length > 0));
  if (open || wrong) {
    return sections.map((section, i) => (
      <Section key={section.key} section={section} field={field} {...(i === 0 ? { heading: first } : {})} />
    ));
  }
  const unfold = (): void => {
    flushSync(() => setOpen(true));
    first.current?.focus();
  };
  return (
    <p className="form-more">
      <Button small onPress={unfold}>
        {t('forms.view.more', {
          titles: sections.map((section) => section.title).join(t('forms.view.and')),
          n: items.length,
        })}
      </Button>{' '}
      <span className="small dim">{t('forms.view.later')}</span>
    </p>
  );
}

function Section({
  section,
  field,
  heading,
}: {
  section: SectionModel;
  field: Fields;
  heading?: Ref<HTMLHeadingElement>;
}) {
  const id = useId();
  const leave = (event: FocusEvent): void => {
    const from = event.target.closest('[data-path]');
    if (from === null || (event.relatedTarget instanceof Node && from.contains(event.relatedTarget))) return;
    field.onLeave(from.getAttribute('data-path') ?? '');
  };
  return (
    <section aria-labelledby={id} onBlur={leave}>
      <h2 id={id} ref={heading} tabIndex={heading === undefined ? undefined : -1}>
        {section.title}
      </h2>
      {section.help !== undefined && <p className="help">{section.help}</p>}
      {section.items.map((item) => (
        <div className="form-item" key={item.path} data-path={item.path}>
          {field.around(
            item,
            item.entries === undefined ? (
              <FormField
                item={item}
                error={field.errorOf(item)}
                onPut={(value) => field.onPut(item, item.path, value)}
              />
            ) : (
              <FormGroup
                item={item}
                errorOf={field.errorOf}
                onPut={(path, value) => field.onPut(item, path, value)}
                onAdd={() => field.onAdd(item)}
                onRemove={(place) => field.onRemove(item, place)}
              />
            ),
          )}
        </div>
      ))}
    </section>
  );
}
