import { readFileSync } from 'node:fs';
import { inRoot } from '../paths.mjs';

/**
 * @typedef {object} Policy  docs/supply-chain.json
 * @property {readonly string[]} allowedLicences  SPDX identifiers
 * @property {readonly { package: string, licence: string, why: string }[]} licenceExceptions  a star at the end of a
 *   name stands for any rest
 * @property {readonly { id: string, package: string, why: string, until: string }[]} advisoryExceptions  known
 *   vulnerabilities that do not reach us; until: YYYY-MM-DD, after which it has to be looked at again
 */

/** What the house allows, and what it allows although. @returns {Policy} */
export function readPolicy() {
  return JSON.parse(readFileSync(inRoot('docs/supply-chain.json'), 'utf8'));
}
