import { Explained } from '../explained.mjs';

const VERSION = ['--sbom-format', 'cyclonedx', '--sbom-spec-version', '1.6'];

/**
 * @typedef {{ name: string, version: string, purl: string, licenses?: readonly unknown[] }} Component
 * @typedef {{ bomFormat: string, specVersion: string, metadata: { component: { name: string } }, components: readonly Component[] }} Bill
 *   CycloneDX 1.6
 */

/**
 * What a shipped package consists of, by pnpm's own account: the API's packages in the image, and what the console's
 * and the phone's bundles were built from.
 * @param {ReturnType<typeof import('../pnpm.mjs').pnpmRunner>} pnpm  @param {string} name  of the workspace's package
 * @returns {Promise<Bill>}
 */
export async function billOfMaterials(pnpm, name) {
  const args = ['--filter', name, 'sbom', '--prod', '--sbom-type', 'application', ...VERSION];
  const { code, stdout, stderr } = await pnpm(args);
  if (code !== 0) throw new Explained('pnpm 没有写出物料清单。', { details: stderr.slice(-2000) });
  return JSON.parse(stdout);
}

/** What a bill lacks to be of use to whoever checks it. @param {Bill} bill  @returns {string[]} */
export function billProblems(bill) {
  const problems = [];
  if (bill.bomFormat !== 'CycloneDX' || bill.specVersion !== '1.6')
    problems.push('is not CycloneDX 1.6');
  const seen = new Set();
  for (const { name, version, purl, licenses } of bill.components) {
    if (!version || !purl?.startsWith('pkg:npm/'))
      problems.push(`${name} has no version or address`);
    if (seen.has(purl)) problems.push(`${purl} is listed twice`);
    seen.add(purl);
    // Our own packages have none to give.
    if (!licenses?.length && !purl?.startsWith('pkg:npm/%40yance/'))
      problems.push(`${purl} has no licence`);
  }
  return problems;
}
