import { ZONES, type AssessmentKind } from '@yance/shared-types';
import { twice, type Fault } from '../../rules/faults.js';

/** Something on a form. Its key stays when its name changes, so that years can be compared. */
export interface FormField {
  readonly key: string;
  readonly name: string;
}

export interface FormChoice extends FormField {
  readonly options: readonly FormField[];
}

/** What an instrument measures. */
export interface FormReading extends FormField {
  /** Empty where it has none. */
  readonly unit: string;
  readonly device: string;
}

/** What is asked when skin, scalp or hair is looked at. */
export interface FormFields {
  readonly choices: readonly FormChoice[];
  readonly problems: readonly FormField[];
  readonly readings: readonly FormReading[];
  /** Dimensions from 0 to 100; more is better. */
  readonly scores: readonly FormField[];
}

/** A form in one of its versions. */
export interface AssessmentForm extends FormFields {
  readonly kind: AssessmentKind;
  readonly version: number;
  readonly name: string;
}

/** What an assessment says, by the keys of its form. */
export interface AssessmentContents {
  readonly choices: readonly { readonly key: string; readonly option: string }[];
  /** A problem in a zone; severity from 1 to 3, what is not there is left out. */
  readonly findings: readonly {
    readonly zone: string;
    readonly problem: string;
    readonly severity: number;
  }[];
  readonly readings: readonly { readonly key: string; readonly value: number }[];
  readonly scores: readonly { readonly key: string; readonly value: number }[];
  /** For colleagues. */
  readonly words: string;
  /** She reads it on her phone once it is released. */
  readonly advice: string;
}

export const NOTHING_SEEN: AssessmentContents = {
  ...{ choices: [], findings: [], readings: [], scores: [], words: '', advice: '' },
};

/** The first thing on a form that would make it unusable. */
export function faultOfForm(fields: FormFields): Fault | undefined {
  for (const part of ['choices', 'problems', 'readings', 'scores'] as const) {
    const list: readonly FormField[] = fields[part];
    const again = twice(list, ({ key }) => key);
    if (again >= 0) return { field: `${part}.${again}.key`, message: '有重复的一项，请去掉' };
    const same = twice(list, ({ name }) => name);
    if (same >= 0) return { field: `${part}.${same}.name`, message: '有重名的一项，请换个名称' };
  }
  const [place, choice] = [...fields.choices.entries()].find(
    ([, { options }]) => options.length < 2 || twice(options, ({ key }) => key) >= 0,
  ) ?? [-1];
  if (choice) return { field: `choices.${place}.options`, message: '请给出至少两个不同的选项' };
  if (fields.scores.length === 0) return { field: 'scores', message: '请至少留一个评分维度' };
  return undefined;
}

/**
 * The first thing in an assessment that its form does not know, or that stands there twice.
 * @param isDone a draft may still be empty
 */
export function faultIn(
  form: AssessmentForm,
  contents: AssessmentContents,
  isDone: boolean,
): Fault | undefined {
  const { choices, findings, readings, scores } = contents;
  const zones = ZONES[form.kind];
  const knows = (list: readonly FormField[], key: string): boolean =>
    list.some((one) => one.key === key);
  const bad = {
    choices: choices.findIndex(
      ({ key, option }) =>
        !knows(form.choices.find((one) => one.key === key)?.options ?? [], option),
    ),
    findings: findings.findIndex(
      ({ zone, problem }) => !knows(zones, zone) || !knows(form.problems, problem),
    ),
    readings: readings.findIndex(({ key }) => !knows(form.readings, key)),
    scores: scores.findIndex(({ key }) => !knows(form.scores, key)),
  };
  const again = {
    choices: twice(choices, ({ key }) => key),
    findings: twice(findings, ({ zone, problem }) => `${zone} ${problem}`),
    readings: twice(readings, ({ key }) => key),
    scores: twice(scores, ({ key }) => key),
  };
  for (const part of ['choices', 'findings', 'readings', 'scores'] as const) {
    if (bad[part] >= 0)
      return { field: `${part}.${bad[part]}`, message: '评估表上没有这一项，请重新打开后再填' };
    if (again[part] >= 0) return { field: `${part}.${again[part]}`, message: '这一项填了两次' };
  }
  const isEmpty = choices.length + findings.length + readings.length + scores.length === 0;
  return isDone && isEmpty ? { field: 'scores', message: '请至少填一项' } : undefined;
}
