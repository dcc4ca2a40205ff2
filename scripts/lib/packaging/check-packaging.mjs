import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Explained } from '../explained.mjs';
import { inRoot } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { startThrowawayDatabase } from '../testing/throwaway-database.mjs';
import {
  composeProblems,
  mountProblems,
  productionProblems,
  readCompose,
  referenceProblems,
  schemaSource,
} from './compose.mjs';
import { makeAccounts } from './database-accounts.mjs';
import { houseProblems, lintProblems, stagesOf } from './dockerfile.mjs';
import { ImageSteps, everyFile } from './image-steps.mjs';
import { askThrough, proxyProblems, startProxy } from './proxy.mjs';
import { RunningImage, USER, becomesTrue, secretFiles, terminate } from './running-image.mjs';

const COMPOSE_FILES = ['docker-compose.yml', 'deploy/compose.yml'];
const PASSWORD = 'lavender-and-thyme-7';
const KEY = Buffer.alloc(32, 7).toString('base64');

/** Files that only developing needs, by what their path says. */
const DEVELOPMENT =
  /(?:^|\/)(?:\.git|\.env|test|src)(?:\/|$)|\.(?:db-)?spec\.[jt]s$|node_modules\/(?:jest|typescript|oxfmt|oxlint|@nestjs\/cli|@swc\/core|playwright-core|@yance\/wechat-sandbox)\//;

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
    const compose = readCompose(inRoot(file));
    const missing = [...referenceProblems(compose), ...mountProblems(compose, inRoot(file))];
    check(`${file}: everything it names is there`, missing.length === 0, missing.join('\n'));
  }
  const rules = productionProblems(readCompose(inRoot('deploy/compose.yml')));
  check(
    'deploy/compose.yml: order of steps, read-only roots, secrets in files, nothing open but the proxy',
    rules.length === 0,
    rules.join('\n'),
  );
  const proxy = proxyProblems(readFileSync(inRoot('deploy/proxy/nginx.conf'), 'utf8'));
  check(
    'deploy/proxy/nginx.conf: TLS from 1.2, the API of the compose file, addresses not taken on trust',
    proxy.length === 0,
    proxy.join('\n'),
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
    await checkProcesses(image, { processes, folder }, say);
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
    /\.pnpm\/(?:jest|typescript|oxfmt|oxlint|@nestjs\+cli|@swc\+core|playwright-core)@/.test(file),
  );
  const check = checker(say);
  check(
    `${files.length} files, none that only developing needs`,
    development.length + tools.length === 0,
    [...development, ...tools].slice(0, 10).join('\n'),
  );
}

/**
 * @param {import('./image-steps.mjs').Built} image
 * @param {{ processes: import('../processes.mjs').Processes, folder: string }} place  @param {Say} say
 */
async function checkProcesses(image, { processes, folder }, say) {
  const database = await startThrowawayDatabase();
  const port = await freePort();
  try {
    const urls = await makeAccounts(processes, database.adminUrl, path.join(folder, 'accounts'));
    const secrets = secretFiles(path.join(folder, 'secrets'), {
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
    await serve(
      running,
      {
        port,
        files: () => everyFile(image.root).length,
        proxy: () => startProxy(processes, { folder: path.join(folder, 'proxy'), apiPort: port }),
      },
      say,
    );
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
  const sealed = await running.run(['node', 'dist/commands/seal-words.js'], {
    env: { DATABASE_MIGRATION_URL_FILE },
  });
  check(`step seal-words: ${sealed.output.trim()}`, sealed.code === 0);
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

/**
 * @param {RunningImage} running
 * @param {{ port: number, files: () => number, proxy: () => Promise<import('./proxy.mjs').Proxy> }} options
 * @param {Say} say
 */
async function serve(running, { port, files, proxy }, say) {
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
    await throughProxy(await proxy(), check);
    check('nothing was written to the image', files() === before);
  } finally {
    const { inGoodOrder, how } = await terminate(api.process);
    check(`SIGTERM ends it in good order (${how})`, inGoodOrder, api.output());
  }
  const after = await running.run(running.image.healthCheck);
  check('HEALTHCHECK says no afterwards', after.code !== 0);
}

/** @param {import('./proxy.mjs').Proxy} proxy  @param {Check} check */
async function throughProxy({ origin, plainOrigin, stop }, check) {
  try {
    const moved = await fetch(`${plainOrigin}/console/`, { redirect: 'manual' });
    const to = moved.headers.get('location') ?? '';
    check('proxy: plain http is sent to https', moved.status === 308 && to.startsWith('https://'));
    const page = await askThrough(`${origin}/console/`);
    check('proxy: console served over TLS', page.status === 200);
    const promise = String(page.headers['strict-transport-security']);
    check('proxy: HSTS said once', /^max-age=\d{8}; includeSubDomains$/.test(promise), promise);
    for (const inside of ['/metrics', '/health/ready']) {
      const { status } = await askThrough(`${origin}${inside}`);
      check(`proxy: ${inside} is not for the world`, status === 404);
    }
    const body = 'x'.repeat(2 ** 21);
    const large = await askThrough(`${origin}/api/client/session`, { method: 'POST', body });
    check('proxy: two megabytes are too much', large.status === 413);
  } finally {
    await stop();
  }
}

/** @param {Say} say  @returns {Check} */
function checker(say) {
  return (what, holds, why = '') => {
    say(`${holds ? '✔' : '✖'} ${what}`);
    if (!holds) throw new Explained(`打包检查没有通过：${what}`, { details: why });
  };
}
