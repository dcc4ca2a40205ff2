import { describe, expect, it } from '@jest/globals';
import { fileAlerts, type FileAlertInput } from './file-alerts.js';
import { NO_FACTS, type HealthFacts, type PatchTestResult } from './health-facts.js';

const TODAY = '2026-11-23';
const NAMES = new Map([
  ['acid', '水杨酸'],
  ['pregnant', '怀孕'],
]);

const alertsOf = (facts: Partial<HealthFacts>, change: Partial<FileAlertInput> = {}) =>
  fileAlerts({
    ...{ facts: { ...NO_FACTS, ...facts }, rules: [], tested: [], told: [], names: NAMES },
    ...{ today: TODAY, ...change },
  });
const pregnant = (until: string | null = null) => ({
  conditions: [{ conditionId: 'pregnant', note: '', until }],
});
const tests = (...results: [string, PatchTestResult][]) => ({
  patchTests: results.map(([on, result]) => ({ serviceId: 'peel', on, result, note: '' })),
});
const peel = (patchTestDays: number | null = 180) => ({
  tested: [{ id: 'peel', name: '清肤', patchTestDays }],
});

describe('a condition', () => {
  it('is told to its last day, and no more on the next', () => {
    expect(alertsOf(pregnant(TODAY))).toMatchObject([{ words: `怀孕（到 ${TODAY}）` }]);
    expect(alertsOf(pregnant('2026-11-22'))).toEqual([]);
  });

  it('is as grave as the gravest rule in force that speaks of it', () => {
    const rule = (conditionId: string, severity: 'hard' | 'soft') => ({ conditionId, severity });
    const of = (...rules: FileAlertInput['rules'][number][]) =>
      alertsOf(pregnant(), { rules }).map(({ severity }) => severity);
    expect(of()).toEqual(['soft']);
    expect(of(rule('pregnant', 'soft'), rule('other', 'hard'))).toEqual(['soft']);
    expect(of(rule('pregnant', 'soft'), rule('pregnant', 'hard'))).toEqual(['hard']);
  });
});

describe('a reaction to a patch test', () => {
  it('is grave, as it is when the service is looked at', () => {
    expect(alertsOf(tests(['2026-11-01', 'reaction']), peel())).toMatchObject([
      { severity: 'hard', words: '2026-11-01 做「清肤」的皮试有反应' },
    ]);
    expect(alertsOf(tests(['2026-11-01', 'reaction']), peel(null))).toMatchObject([
      { severity: 'soft' },
    ]);
  });

  it('gives way to a later test, not to one of its own day', () => {
    const [before, later] = ['2026-11-01', '2026-11-10'];
    expect(alertsOf(tests([before, 'reaction'], [later, 'clear']), peel())).toEqual([]);
    expect(alertsOf(tests([later, 'reaction'], [later, 'clear']), peel())).toHaveLength(1);
    expect(alertsOf(tests([before, 'clear']), peel())).toEqual([]);
  });
});

it('the grave ones are told first, and what she only said last', () => {
  const found = alertsOf(
    {
      ...{ ...pregnant(), ...tests(['2026-11-01', 'reaction']) },
      allergies: [{ ingredientId: 'acid', text: '', severity: 'mild' }],
    },
    {
      ...peel(),
      told: [{ code: 'told', said: '怕针', where: '问卷', on: TODAY, means: [], isLoose: true }],
    },
  );
  expect(found.map(({ code }) => code)).toEqual([
    ...['patch_test:peel', 'allergy:acid', 'condition:pregnant', 'told'],
  ]);
});
