import { ASSESSMENT_KINDS, ZONES } from '@yance/shared-types';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FIRST_FORMS } from '../../../../migrations/content/first-assessment-forms.js';
import {
  NOTHING_SEEN,
  faultIn,
  faultOfForm,
  type AssessmentContents,
  type AssessmentForm,
} from './form.js';
import { seriesOf, type Scored } from './series.js';

const FORMS: readonly AssessmentForm[] = FIRST_FORMS.map((form) => ({ ...form, version: 1 }));

/** Anything that a form lets somebody fill in. */
const filled = (form: AssessmentForm): fc.Arbitrary<AssessmentContents> =>
  fc.record({
    choices: fc
      .subarray([...form.choices])
      .chain((some) =>
        fc.tuple(
          ...some.map(({ key, options }) =>
            fc.constantFrom(...options).map((option) => ({ key, option: option.key })),
          ),
        ),
      ),
    findings: fc.uniqueArray(
      fc.record({
        zone: fc.constantFrom(...ZONES[form.kind].map(({ key }) => key)),
        problem: fc.constantFrom(...form.problems.map(({ key }) => key)),
        severity: fc.integer({ min: 1, max: 3 }),
      }),
      { selector: ({ zone, problem }) => `${zone} ${problem}` },
    ),
    readings: fc
      .subarray([...form.readings])
      .map((some) => some.map(({ key }, place) => ({ key, value: place / 4 }))),
    scores: fc
      .subarray([...form.scores], { minLength: 1 })
      .chain((some) =>
        fc.tuple(
          ...some.map(({ key }) =>
            fc.integer({ min: 0, max: 100 }).map((value) => ({ key, value })),
          ),
        ),
      ),
    words: fc.string(),
    advice: fc.string(),
  });

const aForm = fc.constantFrom(...FORMS);

describe('a form', () => {
  it.each(FORMS)('that a salon starts with is whole: $name', (form) => {
    expect(faultOfForm(form)).toBeUndefined();
  });

  it('there is for each kind', () => {
    expect(FORMS.map(({ kind }) => kind)).toEqual(ASSESSMENT_KINDS);
  });

  it.each([
    [
      'problems.1.key',
      {
        problems: [
          { key: 'a', name: '一' },
          { key: 'a', name: '二' },
        ],
      },
    ],
    [
      'problems.1.name',
      {
        problems: [
          { key: 'a', name: '一' },
          { key: 'b', name: '一' },
        ],
      },
    ],
    ['choices.0.options', { choices: [{ key: 'a', name: '一', options: [] }] }],
    ['scores', { scores: [] }],
  ])('is refused where it could not be filled in: %s', (field, change) => {
    const form = { ...FORMS[0]!, ...change };
    expect(faultOfForm(form)?.field).toBe(field);
  });
});

describe('an assessment', () => {
  it('is whatever its form lets somebody fill in, and nothing that another form asks', () => {
    const both = aForm.chain((form) => fc.tuple(fc.constant(form), filled(form)));
    fc.assert(
      fc.property(both, aForm, ([form, contents], other) => {
        expect(faultIn(form, contents, true)).toBeUndefined();
        const stranger = { ...contents, scores: [{ key: 'nobody', value: 1 }] };
        expect(faultIn(form, stranger, true)?.field).toBe('scores.0');
        const isElsewhere = contents.findings.some(
          ({ zone }) => !ZONES[other.kind].some(({ key }) => key === zone),
        );
        if (isElsewhere) expect(faultIn(other, contents, true)).toBeDefined();
      }),
    );
  });

  it('says each thing once', () => {
    const [form] = FORMS;
    const [score] = form!.scores;
    const scores = [1, 2].map((value) => ({ key: score!.key, value }));
    expect(faultIn(form!, { ...NOTHING_SEEN, scores }, true)?.field).toBe('scores.1');
  });

  it('may be empty only as a draft', () => {
    expect(faultIn(FORMS[0]!, NOTHING_SEEN, false)).toBeUndefined();
    expect(faultIn(FORMS[0]!, NOTHING_SEEN, true)?.field).toBe('scores');
  });
});

describe('scores over time', () => {
  const on = (day: number): string => `2026-01-${String(day).padStart(2, '0')}`;
  const scored = (day: number, value: number, form = FORMS[0]!): Scored => ({
    ...{ kind: form.kind, on: on(day), form },
    contents: { ...NOTHING_SEEN, scores: [{ key: form.scores[0]!.key, value }] },
  });

  it('hold every reading, oldest first, those of a day as they were entered', () => {
    const days = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 100 })),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(days, (list) => {
        const sorted = [...list].sort(([a], [b]) => a - b);
        const [series] = seriesOf(sorted.map(([day, value]) => scored(day, value)));
        expect(series!.points).toEqual(sorted.map(([day, value]) => ({ on: on(day), value })));
      }),
    );
  });

  it('go on when a form is renamed, under its latest name; kinds stay apart', () => {
    const [face, scalp] = FORMS;
    const renamed = {
      ...face!,
      version: 2,
      scores: face!.scores.map((one) => ({ ...one, name: `新${one.name}` })),
    };
    const found = seriesOf([scored(1, 40), scored(2, 50, scalp), scored(3, 60, renamed)]);
    expect(found).toMatchObject([
      { kind: 'face', name: renamed.scores[0]!.name, points: [{ value: 40 }, { value: 60 }] },
      { kind: 'scalp', points: [{ value: 50 }] },
    ]);
  });
});
