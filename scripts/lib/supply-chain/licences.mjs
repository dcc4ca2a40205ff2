import { Explained } from '../explained.mjs';

/**
 * @typedef {{ name: string, versions: readonly string[] }} Package
 * @typedef {Readonly<Record<string, readonly Package[]>>} Licences  packages by licence, as `pnpm licenses list --json`
 */

/** What pnpm says about every installed package. @param {ReturnType<typeof import('../pnpm.mjs').pnpmRunner>} pnpm  @returns {Promise<Licences>} */
export async function installedLicences(pnpm) {
  const { code, stdout, stderr } = await pnpm(['-r', 'licenses', 'list', '--json']);
  if (code !== 0) throw new Explained('pnpm 没有列出许可证。', { details: stderr.slice(-2000) });
  return JSON.parse(stdout);
}

/**
 * Packages whose licence is neither allowed nor an exception, as `name versions: licence`.
 * @param {Licences} licences  @param {import('./policy.mjs').Policy} policy  @returns {string[]}
 */
export function licenceProblems(licences, { allowedLicences, licenceExceptions }) {
  return Object.entries(licences)
    .filter(([licence]) => !isAllowed(licence, allowedLicences))
    .flatMap(([licence, packages]) =>
      packages
        .filter(
          ({ name }) =>
            !licenceExceptions.some((one) => one.licence === licence && covers(one.package, name)),
        )
        .map(({ name, versions }) => `${name} ${versions.join(' ')}: ${licence}`),
    )
    .sort();
}

/**
 * Exceptions that no installed package needs any more.
 * @param {Licences} licences  @param {import('./policy.mjs').Policy} policy  @returns {string[]}
 */
export function idleExceptions(licences, { licenceExceptions }) {
  return licenceExceptions
    .filter(
      ({ package: name, licence }) =>
        !(licences[licence] ?? []).some((one) => covers(name, one.name)),
    )
    .map((one) => one.package);
}

/** @param {string} pattern  @param {string} name */
function covers(pattern, name) {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** One of several licences may be chosen; of several together all must be allowed. @param {string} expression  @param {readonly string[]} allowed */
function isAllowed(expression, allowed) {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  return bare
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.includes(one.trim())));
}
