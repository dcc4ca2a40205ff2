import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Explained } from '../explained.mjs';
import { inRoot, mysqlDriver } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { startThrowawayDatabase } from '../testing/throwaway-database.mjs';
import {
  composeProblems,
  productionProblems,
  readCompose,
  referenceProblems,
  schemaSource,
} from './compose.mjs';
import { houseProblems, lintProblems, stagesOf } from './dockerfile.mjs';
import { ImageSteps, everyFile } from './image-steps.mjs';
import { RunningImage, USER, becomesTrue, secretFiles, terminate } from './running-image.mjs';

const COMPOSE_FILES = ['docker-compose.yml', 'deploy/compose.yml'];
const PASSWORD = 'lavender-and-thyme-7';
const KEY = Buffer.alloc(32, 7).toString('base64');

/** Files that only developing needs, by what their path says. */
const DEVELOPMENT =
  /(?:^|\/)(?:\.git|\.env|test|src)(?:\/|$)|\.(?:db-)?spec\.[jt]s$|node_modules\/(?:jest|typescript|prettier|eslint|@nestjs\/cli|@swc\/core|playwright-core|@yance\/wechat-sandbox)\//;

/**
 * @typedef {(line: string) => void} Say
 * @typedef {(what: string, holds: boolean, why?: string) => void} Check  says the result; throws at the end of a part
 */

/** Compose files and the Dockerfile as texts. Takes a second. @param {Say} say */
export function checkFiles(say) {
  const check = checker(say);
  for (const file of COMPOSE_FILES) {
    const problems = composeProblems(inRoot(file));
    check(
      `${file}: schema of the compose specification and linter (${schemaSource()})`,
      problems.length === 0,
      problems.join('\n'),
    );
    const missing = referenceProblems(readCompose(inRoot(file)));
    check(`${file}: everything it names is there`, missing.length === 0, missing.join('\n'));
  }
  const rules = productionProblems(readCompose(inRoot('deploy/compose.yml')));
  check(
    'deploy/compose.yml: order of steps, read-only roots, secrets in files, nothing open but the proxy',
    rules.length === 0,
    rules.join('\n'),
  );
  const text = readFileSync(inRoot('Dockerfile'), 'utf8');
  const lint = lintProblems(text);
  check('Dockerfile: linter', lint.length === 0, lint.join('\n'));
  const house = houseProblems(stagesOf(text));
  check(
    'Dockerfile: pinned bases, not root, health check, only copies at the end',
    house.length === 0,
    house.join('\n'),
  );
}

/**
 * The image's steps one by one in a clean folder, then what is in it, then its processes on a database of their own.
 * @param {import('../processes.mjs').Processes} processes  @param {Say} say
 */
export async function checkImage(processes, say) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yance-image-'));
  // The image's user has to get in.
  chmodSync(folder, 0o755);
  try {
    const steps = new ImageSteps(folder, processes, say);
    const image = await steps.build(stagesOf(readFileSync(inRoot('Dockerfile'), 'utf8')));
    checkContent(image.root, say);
    await checkProcesses(image, path.join(folder, 'secrets'), say);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} root  @param {Say} say */
function checkContent(root, say) {
  const files = everyFile(root).map((file) => path.relative(root, file));
  // What packages themselves publish is theirs.
  const own = files.filter(
    (file) =>
      !/node_modules\/.*node_modules\//.test(file) ||
      /node_modules\/(?:typescript|jest)\//.test(file),
  );
  const development = own.filter(
    (file) => DEVELOPMENT.test(file) && !file.includes('/node_modules/.pnpm/'),
  );
  const tools = files.filter((file) =>
    /\.pnpm\/(?:jest|typescript|prettier|eslint|@nestjs\+cli|@swc\+core|playwright-core)@/.test(
      file,
    ),
  );
  const check = checker(say);
  check(
    `${files.length} files, none that only developing needs`,
    development.length + tools.length === 0,
    [...development, ...tools].slice(0, 10).join('\n'),
  );
}

/** @param {import('./image-steps.mjs').Built} image  @param {string} secretsFolder  @param {Say} say */
async function checkProcesses(image, secretsFolder, say) {
  const database = await startThrowawayDatabase();
  const port = await freePort();
  try {
    const urls = await accounts(database.adminUrl);
    const secrets = secretFiles(secretsFolder, {
      DATABASE_URL: urls.app,
      DATABASE_MIGRATION_URL: urls.migration,
      WECHAT_SECRET: 'f'.repeat(32),
      YANCE_KEYS: `1:${KEY}`,
      YANCE_BLIND_INDEX_KEY: KEY,
      YANCE_SEAL_KEY: KEY,
      YANCE_METRICS_TOKEN: 'token-of-the-scraper',
    });
    const running = new RunningImage(image, { ...settings(port), ...pick(secrets) });
    await prepare(running, secrets, say);
    await serve(running, { port, files: () => everyFile(image.root).length }, say);
  } finally {
    await database.discard();
  }
}

/** What deploy/compose.yml gives the API. @param {Record<string, string>} secrets */
function pick(secrets) {
  const { api } = readCompose(inRoot('deploy/compose.yml')).services;
  return Object.fromEntries(
    Object.keys(api.environment)
      .filter((name) => name.endsWith('_FILE'))
      .map((name) => [name, secrets[name]]),
  );
}

/** @param {number} port */
function settings(port) {
  return {
    PORT: String(port),
    YANCE_PUBLIC_ORIGIN: 'https://salon.example.com',
    YANCE_TRUSTED_PROXIES: '1',
    WECHAT_APPID: 'wx0123456789abcdef',
    WECHAT_TEMPLATE_APPOINTMENT_CONFIRMED: 'confirmed',
    WECHAT_TEMPLATE_APPOINTMENT_CHANGED: 'changed',
    WECHAT_TEMPLATE_APPOINTMENT_CANCELLED: 'cancelled',
  };
}

/** The two accounts as deploy/database/accounts.sh makes them. @param {string} adminUrl */
async function accounts(adminUrl) {
  const admin = await mysqlDriver().createConnection(adminUrl);
  try {
    await admin.query('CREATE DATABASE yance CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci');
    await admin.query("CREATE USER 'yance_migration'@'%' IDENTIFIED BY 'm'");
    await admin.query("GRANT ALL PRIVILEGES ON yance.* TO 'yance_migration'@'%' WITH GRANT OPTION");
    await admin.query("CREATE USER 'yance_app'@'%' IDENTIFIED BY 'a'");
  } finally {
    await admin.end();
  }
  const { port } = new URL(adminUrl);
  const url = (/** @type {string} */ account) => `mysql://${account}@127.0.0.1:${port}/yance`;
  return { app: url('yance_app:a'), migration: url('yance_migration:m') };
}

/** @param {RunningImage} running  @param {Record<string, string>} secrets  @param {Say} say */
async function prepare(running, secrets, say) {
  const check = checker(say);
  const { DATABASE_MIGRATION_URL_FILE } = secrets;
  const migrate = await running.run(['node', 'dist/commands/migrate.js'], {
    env: { DATABASE_MIGRATION_URL_FILE },
  });
  check(`step migrate: ${migrate.output.trim()}`, migrate.code === 0);
  const grants = await running.run(['node', 'dist/commands/grants.js'], {
    env: { DATABASE_MIGRATION_URL_FILE },
  });
  check(`step grants: ${grants.output.trim()}`, grants.code === 0);
  const demo = await running.run(['node', 'dist/commands/load-demo.js']);
  check(`demo data refused: ${demo.output.trim()}`, demo.code !== 0);
  const sandbox = await running.run(running.image.command, {
    env: { WECHAT_API_ORIGIN: 'http://127.0.0.1:3001' },
  });
  check(
    'a simulated WeChat refused',
    sandbox.code !== 0 && sandbox.output.includes('WECHAT_API_ORIGIN'),
    sandbox.output,
  );
  const owner = ['--username', 'owner', '--name', '老板', '--brand', '颜册', '--store', '一店'];
  const place = ['--address', '上海市', '--phone', '021-00000000', '--location', '31.2,121.5'];
  const first = await running.run(['node', 'dist/commands/create-owner.js', ...owner, ...place], {
    input: PASSWORD,
  });
  check(`first owner: ${first.output.trim()}`, first.code === 0);
}

/** @param {RunningImage} running  @param {{ port: number, files: () => number }} options  @param {Say} say */
async function serve(running, { port, files }, say) {
  const check = checker(say);
  const origin = `http://127.0.0.1:${port}`;
  const before = files();
  const api = running.start({});
  try {
    const healthy = async () => (await running.run(running.image.healthCheck)).code === 0;
    check('HEALTHCHECK says yes', await becomesTrue(healthy), api.output());
    const status = readFileSync(`/proc/${api.process.pid}/status`, 'utf8');
    check(`runs as user ${USER}, not root`, !/^Uid:\s+0\b/m.test(status) && USER !== 0);
    const page = await fetch(`${origin}/console/`);
    check('console served', page.ok && (await page.text()).includes('<div id="root"'));
    check('preview not served', (await fetch(`${origin}/m/`)).status === 404);
    const body = JSON.stringify({ username: 'owner', password: PASSWORD });
    const headers = { 'content-type': 'application/json' };
    const signIn = await fetch(`${origin}/api/staff/session`, { method: 'POST', headers, body });
    check('the first owner signs in', signIn.status === 201, await signIn.text());
    check('nothing was written to the image', files() === before);
  } finally {
    const { inGoodOrder, how } = await terminate(api.process);
    check(`SIGTERM ends it in good order (${how})`, inGoodOrder, api.output());
  }
  const after = await running.run(running.image.healthCheck);
  check('HEALTHCHECK says no afterwards', after.code !== 0);
}

/** @param {Say} say  @returns {Check} */
function checker(say) {
  return (what, holds, why = '') => {
    say(`${holds ? '✔' : '✖'} ${what}`);
    if (!holds) throw new Explained(`打包检查没有通过：${what}`, { details: why });
  };
}
