import type { FormDefinition } from '../../../../kernel/form.ts';
import type { Say } from '../problems.ts';
import { faultOf } from './forms.ts';
import { sayDuplicates, sayUnknown, type Whole } from './whole.ts';

const own = ['kind', 'stage', 'sector', 'eventType', 'causeTypes', 'answers', 'state'];

const keysOf = (form: FormDefinition): string[] => form.sections.flatMap((it) => it.fields.map((field) => field.key));

/** Says each duty to report that refers to what is not there, has no start, or a trigger that cannot be read. */
export const checkObligations = (whole: Whole, say: Say): void => {
  const { source, data } = whole.obligations;
  const capacities = new Set(whole.capacities.data.capacities.map((it) => it.key));
  const forms = new Set(whole.forms.map((it) => it.data.key));
  const answers = new Set(whole.forms.flatMap((it) => keysOf(it.data)));
  sayDuplicates(
    say,
    source,
    ['obligations'],
    'obligation',
    data.obligations.map((it) => it.key),
  );
  data.obligations.forEach((it, i) => {
    const at = (...rest: readonly PropertyKey[]): PropertyKey[] => ['obligations', i, ...rest];
    sayUnknown(say, source, at('recipient'), 'capacity', it.recipient, capacities);
    if (it.form !== undefined) sayUnknown(say, source, at('form'), 'form', it.form, forms);
    if (it.start.answer !== undefined)
      sayUnknown(say, source, at('start', 'answer'), 'field', it.start.answer, answers);
    if (it.start.at === 'stage-sent' && it.start.of === undefined)
      say(source, at('start'), 'programme.problem.wanting', { what: it.key, wanted: 'of' });
    const fault = it.trigger === undefined ? undefined : faultOf(it.trigger, [...new Set([...own, ...answers])]);
    if (fault !== undefined) say(source, at('trigger'), 'programme.problem.condition', { detail: fault });
  });
};
