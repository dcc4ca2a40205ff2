import type { AssessmentContents, AssessmentForm } from '../../../shared/api/contract';

type Asked = Pick<AssessmentForm, 'choices' | 'problems' | 'readings' | 'scores'>;

const has = (list: readonly { key: string }[], key: string): boolean =>
  list.some((one) => one.key === key);

/** What of a draft the form in force still asks; words and advice belong to no form. */
export const carriedOver = (form: Asked, contents: AssessmentContents): AssessmentContents => ({
  ...contents,
  choices: contents.choices.filter(({ key, option }) =>
    form.choices.some((one) => one.key === key && has(one.options, option)),
  ),
  findings: contents.findings.filter(({ problem }) => has(form.problems, problem)),
  readings: contents.readings.filter(({ key }) => has(form.readings, key)),
  scores: contents.scores.filter(({ key }) => has(form.scores, key)),
});
