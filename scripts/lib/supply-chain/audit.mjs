/**
 * @typedef {{ checked: false, why: string } | { checked: true, problems: readonly string[], known: number }} Audit
 *   problems: high and critical advisories without a valid exception; known: those with one
 */

/**
 * Asks the registry for known vulnerabilities. Where it cannot be asked, the answer says so: silence is not safety.
 * @param {ReturnType<typeof import('../pnpm.mjs').pnpmRunner>} pnpm
 * @param {import('./policy.mjs').Policy} policy  @param {string} today  YYYY-MM-DD
 * @returns {Promise<Audit>}
 */
export async function audit(pnpm, policy, today) {
  const { stdout, stderr } = await pnpm(['audit', '--json'], { timeoutMs: 60_000 });
  return readAudit(`${stdout}\n${stderr}`, policy, today);
}

/** @param {string} output  of `pnpm audit --json`  @param {import('./policy.mjs').Policy} policy  @param {string} today  @returns {Audit} */
export function readAudit(output, policy, today) {
  const report = reportIn(output);
  if (!report)
    return { checked: false, why: /responded with \d+|ERR_\w+/.exec(output)?.[0] ?? 'no answer' };
  const serious = Object.values(report.advisories).filter(({ severity }) =>
    ['high', 'critical'].includes(severity),
  );
  const excused = serious.filter((one) =>
    policy.advisoryExceptions.some(
      ({ id, until }) => id === one.github_advisory_id && until >= today,
    ),
  );
  const problems = serious
    .filter((one) => !excused.includes(one))
    .map((one) => `${one.module_name}: ${one.severity} ${one.github_advisory_id} ${one.title}`);
  return { checked: true, problems, known: excused.length };
}

/**
 * @typedef {{ module_name: string, severity: string, github_advisory_id: string, title: string }} Advisory
 * @param {string} output  @returns {{ advisories: Record<string, Advisory> } | undefined}
 */
function reportIn(output) {
  try {
    const report = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
    return report.advisories && report.metadata ? report : undefined;
  } catch {
    return undefined;
  }
}
