import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DCLinter } from 'dclint';
import { parse } from 'yaml';
import { ROOT } from '../paths.mjs';

/** What the linter says about style is not our style; what it says about faults is kept. */
const RULES_OFF = {
  'no-build-and-image': 0,
  'no-unbound-port-interfaces': 2,
  'require-project-name-field': 0,
  'require-quotes-in-ports': 0,
  'service-dependencies-alphabetical-order': 0,
  'service-image-require-explicit-tag': 2,
  'service-keys-order': 0,
  'service-ports-alphabetical-order': 0,
  'services-alphabetical-order': 0,
  'top-level-properties-order': 0,
};

/**
 * @typedef {Record<string, any>} Service
 * @typedef {{ messages: { line: number, rule: string, message: string }[] }} Linted
 * @typedef {{ services: Record<string, Service>, secrets?: Record<string, { file?: string }>, networks?: Record<string, unknown>, volumes?: Record<string, unknown> }} Compose
 */

/** The file with its merges done; variables stay as written. @param {string} file  @returns {Compose} */
export function readCompose(file) {
  return parse(readFileSync(file, 'utf8'), { merge: true });
}

/**
 * What the schema of the compose specification and the linter find.
 * @param {string} file  @returns {string[]}
 */
export function composeProblems(file) {
  const linter = new DCLinter({ rules: RULES_OFF, quiet: false, debug: false, exclude: [] });
  return linter
    .lintFiles([file], false)
    .flatMap((/** @type {Linted} */ { messages }) => messages)
    .map(
      (/** @type {Linted['messages'][number]} */ { line, rule, message }) =>
        `line ${line}: ${message} (${rule})`,
    );
}

/** The version of the linter that carries the schema. */
export function schemaSource() {
  const file = createRequire(path.join(ROOT, 'package.json')).resolve('dclint/package.json');
  return `dclint ${JSON.parse(readFileSync(file, 'utf8')).version}`;
}

/**
 * Names that a file uses and does not define, service by service.
 * @param {Compose} compose  @returns {string[]}
 */
export function referenceProblems({ services, secrets = {}, networks = {}, volumes = {} }) {
  /** @type {string[]} */
  const problems = [];
  for (const [name, service] of Object.entries(services)) {
    const unknown = (
      /** @type {string} */ kind,
      /** @type {string[]} */ used,
      /** @type {object} */ known,
    ) => {
      for (const one of used)
        if (!(one in known)) problems.push(`${name}: ${kind} ${one} is not defined`);
    };
    unknown('secret', service.secrets ?? [], secrets);
    unknown('network', service.networks ?? [], networks);
    unknown('service', Object.keys(service.depends_on ?? {}), services);
    const named = (service.volumes ?? []).map((/** @type {string} */ one) => one.split(':')[0]);
    unknown(
      'volume',
      named.filter((/** @type {string} */ one) => !/^[./]/.test(one)),
      volumes,
    );
    for (const [key, value] of Object.entries(service.environment ?? {})) {
      const secret = /^\/run\/secrets\/(.+)$/.exec(String(value))?.[1];
      if (secret && !(service.secrets ?? []).includes(secret))
        problems.push(`${name}: ${key} reads the secret ${secret}, which is not mounted`);
    }
  }
  return problems;
}

/**
 * Files beside a compose file that it mounts and that are not there. What make-secrets.sh makes is not in the repository.
 * @param {Compose} compose  @param {string} file  @returns {string[]}
 */
export function mountProblems({ services }, file) {
  return Object.entries(services).flatMap(([name, service]) =>
    (service.volumes ?? [])
      .map((/** @type {string} */ one) => String(one.split(':')[0]))
      .filter((/** @type {string} */ from) => from.startsWith('./') && !/^\.\/secrets\b/.test(from))
      .filter((/** @type {string} */ from) => !existsSync(path.resolve(path.dirname(file), from)))
      .map((/** @type {string} */ from) => `${name}: ${from} is not there`),
  );
}

/** The rules of the house for deploy/compose.yml. @param {Compose} compose  @returns {string[]} */
export function productionProblems({ services }) {
  /** @type {string[]} */
  const problems = [];
  const must = (/** @type {boolean} */ holds, /** @type {string} */ what) => {
    if (!holds) problems.push(what);
  };
  const { database, migrate, grants, api, proxy } = services;
  const seal = services['seal-words'];
  for (const [name, service] of Object.entries(services)) {
    must(Boolean(service.restart), `${name} has no restart policy`);
    for (const key of Object.keys(service.environment ?? {}))
      must(!/(PASSWORD|SECRET|KEYS?|TOKEN)$/.test(key), `${name}: ${key} is not in a file`);
    if (name === 'database') continue;
    must(service.read_only === true, `${name} may write to its root`);
    must(service.cap_drop?.includes('ALL'), `${name} keeps capabilities`);
  }
  must(
    database.volumes.some((/** @type {string} */ one) => one.startsWith('database:')),
    'the database has no volume',
  );
  must(Boolean(database.healthcheck), 'the database has no healthcheck');
  must(!database.ports, 'the database is reachable from outside');
  must(migrate.depends_on.database.condition === 'service_healthy', 'migrate does not wait');
  must(
    grants.depends_on.migrate.condition === 'service_completed_successfully',
    'grants does not wait for migrate',
  );
  must(
    seal.depends_on.grants.condition === 'service_completed_successfully',
    'seal-words does not wait for grants',
  );
  must(
    api.depends_on['seal-words'].condition === 'service_completed_successfully',
    'the API does not wait for migrations, grants and sealed words',
  );
  must(!api.ports, 'the API is reachable without the proxy');
  must(!api.secrets.includes('database_migration_url'), 'the API could change tables');
  must(proxy.depends_on.api.condition === 'service_healthy', 'the proxy does not wait for the API');
  return problems;
}
