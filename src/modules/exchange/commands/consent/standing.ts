import type { ConsentAct } from '../../shapes/consent.ts';

/** Who has a part in a report's ledger: who reported, the ministry that it told, the centre. */
export type ConsentPart = 'source' | 'ministry' | 'centre';

/** Where one class stands. `answer` is the source's last; a question after it does not undo it. */
export interface Standing {
  readonly state: 'none' | Exclude<ConsentAct, 'passed'>;
  readonly answer: 'given' | 'refused' | 'withdrawn' | null;
}

const answers: readonly ConsentAct[] = ['given', 'refused', 'withdrawn'];

/** Where a class stands after these acts, in their order. */
export const standingOf = (acts: readonly ConsentAct[]): Standing => ({
  state: acts.findLast((act) => act !== 'passed') ?? 'none',
  answer: (acts.findLast((act) => answers.includes(act)) as Standing['answer'] | undefined) ?? null,
});

/** What one may enter now: nobody is asked who has said yes or was asked already, and only a yes can be withdrawn. */
export const mayEnter = (part: ConsentPart, { state, answer }: Standing): readonly Exclude<ConsentAct, 'passed'>[] => {
  const yes = answer === 'given' && state === 'given';
  if (part === 'source') return yes ? ['withdrawn'] : state === 'refused' ? ['given'] : ['given', 'refused'];
  if (yes || state === 'asked') return [];
  if (part === 'ministry') return ['asked'];
  return state === 'requested' ? [] : ['requested'];
};
