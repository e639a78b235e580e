import { useRef, useState } from 'react';
import { Refusal } from '../../../../kernel/refusal.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { useKeys } from '../../../../portal/act/keys.ts';
import { call } from '../../../../portal/client.ts';
import { type SavedState, useDraft } from '../../../../portal/data/draft.ts';
import { Note } from '../../../../portal/show/Note.tsx';
import { both, t } from '../../../../portal/text.ts';
import { FormView } from '../../../forms/pages/index.ts';
import { type AnswerView, type SectionView, surveysDoors } from '../../contract.ts';
import { Carried, useBefore } from './Carried.tsx';
import { titleOf } from './totals.ts';
import { useTold } from './useTold.ts';

interface Written {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly carried: Readonly<Record<string, 'same' | 'changed'>>;
  /** The revision it was written on, for a copy that a killed tab left behind. */
  readonly on: number;
}

interface EditorProps {
  readonly it: AnswerView;
  readonly section: SectionView;
  readonly seat: string;
  readonly onSaved: (state: SavedState) => void;
  readonly onTook: (next: SectionView) => void;
  readonly onRefresh: () => void;
  readonly onGo: (section: string) => void;
}

/** One section while it is written: kept as it is typed, never over what a colleague wrote meanwhile. */
export function SectionEditor(props: EditorProps) {
  const { section } = props;
  // What a colleague saved is taken in by beginning anew, as long as nothing of one's own is at stake.
  const [taken, setTaken] = useState({ section, edition: 0 });
  const take = (next: SectionView): void => setTaken(({ edition }) => ({ section: next, edition: edition + 1 }));
  return <Editor key={taken.edition} {...props} begun={taken.section} onTake={take} />;
}

function Editor({
  it,
  section,
  begun,
  seat,
  onSaved,
  onTook,
  onRefresh,
  onGo,
  onTake,
}: EditorProps & { begun: SectionView; onTake: (next: SectionView) => void }) {
  const latest = useRef(begun.revision);
  const [written, setWritten] = useState<Written>({
    answers: begun.answers,
    carried: begun.carried,
    on: begun.revision,
  });
  const [stale, setStale] = useState<{ by: string } | null>(null);
  const [edition, setEdition] = useState(0);
  const before = useBefore(it);
  const save = async ({ answers, carried }: Written): Promise<void> => {
    if (stale !== null) throw new Refusal('section-stale', {}, 412);
    const revision = latest.current === 0 ? {} : { revision: latest.current };
    try {
      const done = await call(surveysDoors.saveSection, {
        params: { id: it.survey.id, section: begun.key },
        body: { answers, carried, ...revision },
      });
      latest.current = done.revision;
      onTook({
        ...section,
        ...done,
        answers: { ...answers },
        carried: { ...carried },
        savedAt: done.savedAt,
        mine: true,
      });
    } catch (error) {
      if (error instanceof Refusal && error.status === 412) setStale({ by: whoOf(error) });
      throw error;
    }
  };
  const draft = useDraft<Written>({
    key: `survey:${seat}:${it.survey.id}:${begun.key}`,
    value: written,
    save,
    restore: (left) => {
      latest.current = left.on;
      setWritten(left);
      setEdition((n) => n + 1);
    },
  });
  useTold(draft.saved, onSaved);
  const changed = section.revision > latest.current;
  const pristine = written.answers === begun.answers && written.carried === begun.carried;
  if (changed && pristine) queueMicrotask(() => onTake(section));
  const read = (): void => {
    draft.forget();
    onRefresh();
    onTake(section);
  };
  const put = (change: Partial<Written>): void => setWritten((was) => ({ ...was, ...change, on: latest.current }));
  const others = Object.assign(
    {},
    ...it.sections.filter((one) => one.key !== begun.key).map((one) => one.answers),
  ) as Written['answers'];
  const keys = new Set(it.form.sections.find((one) => one.key === begun.key)?.fields.map((one) => one.key));
  useKeys({ j: () => step(1), k: () => step(-1) });
  return (
    <div className="sheet surveys-sheet">
      {it.last !== null && section.open.length > 0 && <Note tone="done">{t('surveys.carried.note')}</Note>}
      {stale !== null && (
        <Note
          tone="soon"
          live
          action={
            <Button small onPress={read}>
              {t('surveys.stale.take')}
            </Button>
          }
        >
          <b>{t('surveys.stale', { name: stale.by })}</b> {t('surveys.stale.way')}
        </Note>
      )}
      <FormView
        key={edition}
        definition={it.form}
        codes={it.codes}
        answers={{ ...others, ...written.answers }}
        stage="final"
        sections={[begun.key]}
        onChange={({ answers }) =>
          put({ answers: Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key))) })
        }
        around={(item, field) => (
          <Carried
            item={item}
            before={before}
            carry={written.carried[item.path]}
            open={section.open.includes(item.path)}
            onCarry={(carry) =>
              put({ carried: { ...written.carried, [item.path]: carry }, ...restored(carry, item.path) })
            }
          >
            {field}
          </Carried>
        )}
      />
      <Onward it={it} current={begun.key} onGo={onGo} />
    </div>
  );

  // Whoever says that nothing changed means the answer of last year, whatever was typed meanwhile.
  function restored(carry: 'same' | 'changed', key: string): Partial<Written> {
    return carry === 'same' && it.last !== null ? { answers: { ...written.answers, [key]: it.last.answers[key] } } : {};
  }
}

const whoOf = ({ detail }: Refusal): string => {
  const { by, byEn } = detail as { by?: unknown; byEn?: unknown };
  return typeof by === 'string' && typeof byEn === 'string' ? both({ ja: by, en: byEn }) : t('surveys.stale.somebody');
};

// j and k go from question to question, as in every list.
const step = (by: 1 | -1): void => {
  const items = [...document.querySelectorAll<HTMLElement>('.surveys-sheet .form-item')];
  const here = items.findIndex((one) => one.contains(document.activeElement));
  const next = items[Math.min(Math.max(here + by, 0), items.length - 1)];
  next?.querySelector<HTMLElement>('input:checked, input, textarea, select, button')?.focus();
};

function Onward({ it, current, onGo }: Pick<EditorProps, 'it' | 'onGo'> & { current: string }) {
  const at = it.sections.findIndex((one) => one.key === current);
  const [back, next] = [it.sections[at - 1], it.sections[at + 1]];
  return (
    <p className="split surveys-onward">
      {back === undefined ? (
        <span />
      ) : (
        <Button onPress={() => onGo(back.key)}>{t('surveys.back', { title: titleOf(it, back.key) })}</Button>
      )}
      <span className="small dim">{t('surveys.keys')}</span>
      <Button tone="go" onPress={() => onGo(next?.key ?? 'all')}>
        {next === undefined ? t('surveys.whole') : t('surveys.next', { title: titleOf(it, next.key) })}
      </Button>
    </p>
  );
}
