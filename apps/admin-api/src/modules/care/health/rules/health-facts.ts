/** How badly she reacts: mild is a reason to ask, severe a reason not to. */
export const ALLERGY_SEVERITIES = ['mild', 'severe'] as const;
export type AllergySeverity = (typeof ALLERGY_SEVERITIES)[number];

/** Something she does not tolerate: one that the salon knows by id, or her own words. */
export interface Allergy {
  readonly ingredientId: string | null;
  /** Her words where no ingredient was chosen; else a remark. */
  readonly text: string;
  readonly severity: AllergySeverity;
}

export interface HealthCondition {
  readonly conditionId: string;
  readonly note: string;
  /** The last day it counts; null: until somebody changes it. */
  readonly until: string | null;
}

export const PATCH_TEST_RESULTS = ['clear', 'reaction'] as const;
export type PatchTestResult = (typeof PATCH_TEST_RESULTS)[number];

/** A test of what a service uses on a small spot. */
export interface PatchTest {
  readonly serviceId: string;
  /** The local day it was done. */
  readonly on: string;
  readonly result: PatchTestResult;
  readonly note: string;
}

/** Everything that a client's health file says. It is kept sealed and judged in memory. */
export interface HealthFacts {
  readonly allergies: readonly Allergy[];
  readonly conditions: readonly HealthCondition[];
  readonly patchTests: readonly PatchTest[];
  /** What she had done before and what else whoever treats her should know. */
  readonly history: string;
  /** Codes of what she told in questionnaires and somebody who treats took over, as the care knowledge names it. */
  readonly takenOver?: readonly string[];
  /** Codes of what she told and no rule can judge, once somebody who treats said what it is. */
  readonly settled?: readonly string[];
}

/** What a person writes of her health; what was taken over from questionnaires stays by itself. */
export type WrittenFacts = Omit<HealthFacts, 'takenOver' | 'settled'>;

export const NO_FACTS: HealthFacts = { allergies: [], conditions: [], patchTests: [], history: '' };

/** As it was written, without the space around words. */
export const tidyFacts = (facts: WrittenFacts): WrittenFacts => ({
  allergies: facts.allergies.map((one) => ({ ...one, text: one.text.trim() })),
  conditions: facts.conditions.map((one) => ({ ...one, note: one.note.trim() })),
  patchTests: facts.patchTests.map((one) => ({ ...one, note: one.note.trim() })),
  history: facts.history.trim(),
});

/** The reaction to the latest test of a service up to a local day; of two results of one day the reaction counts. */
export function lastReaction(
  patchTests: readonly PatchTest[],
  serviceId: string,
  today: string,
): PatchTest | undefined {
  const tests = patchTests
    .filter((one) => one.serviceId === serviceId && one.on <= today)
    .sort((a, b) => (a.on < b.on ? 1 : -1));
  return tests.find(({ on, result }) => on === tests[0]?.on && result === 'reaction');
}

const keyOfAllergy = ({ ingredientId, text }: Allergy): string => ingredientId ?? `text:${text}`;
const keyOfTest = ({ serviceId, on, result }: PatchTest): string => `${serviceId} ${on} ${result}`;

/**
 * What two accounts of one client say together: nothing that either warns of is lost, and the graver word counts.
 * @param newer its remarks stand where both speak of the same thing
 */
export function joinFacts(older: HealthFacts, newer: HealthFacts): HealthFacts {
  const allergies = new Map(older.allergies.map((one) => [keyOfAllergy(one), one]));
  for (const one of newer.allergies) {
    const known = allergies.get(keyOfAllergy(one));
    const isGrave = known?.severity === 'severe' || one.severity === 'severe';
    allergies.set(keyOfAllergy(one), {
      ...one,
      text: one.text || (known?.text ?? ''),
      severity: isGrave ? 'severe' : 'mild',
    });
  }
  const conditions = new Map(older.conditions.map((one) => [one.conditionId, one]));
  for (const one of newer.conditions) {
    const known = conditions.get(one.conditionId);
    conditions.set(one.conditionId, {
      ...one,
      note: one.note || (known?.note ?? ''),
      until: known ? laterUntil(known.until, one.until) : one.until,
    });
  }
  const tests = [...older.patchTests, ...newer.patchTests];
  return {
    allergies: [...allergies.values()],
    conditions: [...conditions.values()],
    patchTests: [...new Map(tests.map((one) => [keyOfTest(one), one])).values()],
    history: [...new Set([older.history, newer.history])].filter(Boolean).join('\n'),
    takenOver: [...new Set([...(older.takenOver ?? []), ...(newer.takenOver ?? [])])],
    settled: [...new Set([...(older.settled ?? []), ...(newer.settled ?? [])])],
  };
}

function laterUntil(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return null;
  return one > other ? one : other;
}
