import { parse } from 'yaml';

/**
 * What in a lockfile could bring anything but the published, unchanged package: another host, a git branch, a missing
 * hash.
 * @param {string} text  pnpm-lock.yaml  @returns {string[]}
 */
export function lockfileProblems(text) {
  const lock = parse(text);
  const problems = [...text.matchAll(/^.*\b(?:https?|git|ssh):\/\/.*$/gm)].map(
    ([line]) => `names a host: ${line.trim()}`,
  );
  for (const [name, { resolution = {} }] of Object.entries(
    /** @type {Record<string, { resolution?: Record<string, string> }>} */ (lock.packages),
  )) {
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(resolution.integrity ?? ''))
      problems.push(`${name} has no SHA-512`);
    for (const key of Object.keys(resolution))
      if (key !== 'integrity') problems.push(`${name} comes by ${key}`);
  }
  return problems;
}

/** How many packages the lockfile pins. @param {string} text */
export const lockedPackages = (text) => Object.keys(parse(text).packages).length;
