/**
 * @typedef {{ passed: number, failed: number }} Tally
 */

/** @param {readonly Tally[]} tallies  @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce(
    (all, one) => ({ passed: all.passed + one.passed, failed: all.failed + one.failed }),
    { passed: 0, failed: 0 },
  );
}

/**
 * Counts what Jest reported. A file that could not even be loaded is one failure, and so is a run that ended badly
 * although no test did.
 * @param {string | undefined} report  Jest's --json output, undefined when it wrote none
 * @param {boolean} endedWell  @returns {Tally}
 */
export function tallyOfJest(report, endedWell) {
  if (report === undefined) return { passed: 0, failed: 1 };
  const result = JSON.parse(report);
  const passed = result.numPassedTests;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed, failed: failed === 0 && !endedWell ? 1 : failed };
}

/**
 * Counts what node's test runner reported.
 * @param {string} tap  @param {boolean} endedWell  @returns {Tally}
 */
export function tallyOfTap(tap, endedWell) {
  const count = (/** @type {string} */ word) =>
    Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: failed === 0 && !endedWell ? 1 : failed };
}

/** @param {Tally} tally */
export const asLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
