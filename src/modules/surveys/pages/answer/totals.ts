import { both } from '../../../../portal/text.ts';
import type { AnswerView, SectionView } from '../../contract.ts';

/** How far a whole answer has come. */
export const totalsOf = (sections: readonly Pick<SectionView, 'answered' | 'asked' | 'wrong' | 'open'>[]) => {
  const sum = (of: (it: (typeof sections)[number]) => number): number => sections.reduce((all, it) => all + of(it), 0);
  return {
    answered: sum((it) => it.answered),
    asked: sum((it) => it.asked),
    wrong: sum((it) => it.wrong.length),
    open: sum((it) => it.open.length),
  };
};

/** The title of a section. */
export const titleOf = (it: Pick<AnswerView, 'form'>, key: string): string => {
  const found = it.form.sections.find((one) => one.key === key);
  return found === undefined ? key : both(found.title);
};
