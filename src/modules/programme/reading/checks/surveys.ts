import type { Say } from '../problems.ts';
import { sayUnknown, type Whole } from './whole.ts';

/** Says every form, capacity, tier and reader that a survey refers to in vain. */
export const checkSurveys = (whole: Whole, say: Say): void => {
  const { source, data } = whole.surveys;
  const capacities = new Set(whole.capacities.data.capacities.map((it) => it.key));
  const forms = new Set(whole.forms.map((it) => it.data.key));
  data.surveys.forEach((survey, i) => {
    const at = (...rest: readonly PropertyKey[]): PropertyKey[] => ['surveys', i, ...rest];
    sayUnknown(say, source, at('form'), 'form', survey.form, forms);
    sayUnknown(say, source, at('by'), 'capacity', survey.by, capacities);
    sayUnknown(say, source, at('asked'), 'capacity', survey.asked, capacities);
    survey.way.forEach((tier, j) => sayUnknown(say, source, at('way', j, 'to'), 'capacity', tier.to, capacities));
    // A signed answer goes to who asked and back along the way it came: nobody else can be made a reader.
    const onTheWay = new Set([survey.by, ...survey.way.map((it) => it.to)]);
    survey.readers.forEach((it, j) =>
      sayUnknown(say, source, at('readers', j, 'capacity'), 'tier', it.capacity, onTheWay),
    );
    survey.hearings.forEach((it, j) =>
      sayUnknown(say, source, at('hearings', j), 'tier', it, new Set([...onTheWay, survey.asked])),
    );
    if (!survey.readers.some((it) => it.capacity === survey.by))
      say(source, at('readers'), 'programme.problem.wanting', { what: survey.key, wanted: survey.by });
  });
};
