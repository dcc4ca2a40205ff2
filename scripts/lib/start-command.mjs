import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { builtStamp, ensureBuilt } from './build.mjs';
import { DataFolder, secretsOf } from './data-folder.mjs';
import { discardDatabase, openDatabase } from './database/index.mjs';
import { Explained, Interrupted, explain } from './explained.mjs';
import { inRoot } from './paths.mjs';
import { ensureInstalled } from './pnpm.mjs';
import { portsFrom, requireFreePorts } from './ports.mjs';
import { Processes, commandLineOf, stopProcess } from './processes.mjs';
import { waitUntilAllAnswer } from './readiness.mjs';
import { sandboxMerchant } from './sandbox-merchant.mjs';
import { commandEnvironment, serviceEnvironment } from './service-environment.mjs';
import { shownLine } from './service-log.mjs';

const READY_MS = 120_000;
const RUNNING = 'running.json';
const PREPARED = 'prepared.json';
const API_FOLDER = 'apps/admin-api';
const SANDBOX_FOLDER = 'packages/wechat-sandbox';

/** @param {string} line */
const say = (line) => console.log(line);

/**
 * `npm start`: everything up on one machine, until Ctrl-C.
 * @param {readonly string[]} args  @param {NodeJS.ProcessEnv} env
 */
export async function start(args, env) {
  const processes = new Processes();
  /** @type {(() => unknown | Promise<unknown>)[]} what is undone at the end, last first */
  const cleanUp = [];
  let code = 0;
  const asked = untilAskedToStop(processes);
  /** @type {Promise<unknown>} */
  let up = Promise.resolve();
  try {
    up = bringUp(optionsFrom(args, env), processes, cleanUp);
    await Promise.race([asked, up]);
    await Promise.race([asked, processes.died]);
  } catch (error) {
    if (!(error instanceof Interrupted)) {
      code = 1;
      explain(error);
    }
  }
  await processes.stopAll();
  // A database that is just starting is first waited for, or nobody would stop it.
  await up.catch(() => {});
  for (const undo of cleanUp.reverse()) await undo();
  process.exit(code);
}

/** Resolves at the first signal to stop; a second one no longer waits for what is in flight. @param {Processes} processes */
function untilAskedToStop(processes) {
  return new Promise((_, reject) => {
    let asked = false;
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => {
        if (asked) {
          processes.killAll();
          return;
        }
        asked = true;
        say('正在停止…');
        reject(new Interrupted());
      });
    }
  });
}

/**
 * @typedef {object} StartOptions
 * @property {boolean} fresh
 * @property {number} port
 * @property {number} sandboxPort
 * @property {DataFolder} data
 * @property {NodeJS.ProcessEnv} env
 */

/** @param {readonly string[]} args  @param {NodeJS.ProcessEnv} env  @returns {StartOptions} */
export function optionsFrom(args, env) {
  const unknown = args.find((arg) => arg !== '--fresh');
  if (unknown)
    throw new Explained(`不认识的参数 ${unknown}：可用的只有 --fresh（清空数据目录，重新开始）。`);
  return {
    // npm keeps an option that stands before `--` to itself and tells it in the environment.
    fresh: args.includes('--fresh') || env.npm_config_fresh === 'true',
    ...portsFrom(env),
    data: new DataFolder(path.resolve(inRoot(), env.YANCE_DATA || '.data')),
    env,
  };
}

/**
 * Does all that lies between the command and the ready line.
 * @param {StartOptions} options  @param {Processes} processes  @param {(() => unknown)[]} cleanUp
 */
async function bringUp(options, processes, cleanUp) {
  const { data, env, port, sandboxPort } = options;
  data.open();
  cleanUp.push(data.lock());
  await stopLeftovers(data);
  if (options.fresh) await discardDatabase(data, processes);
  if (options.fresh) data.empty();
  await requireFreePorts([
    { name: 'PORT', port },
    { name: 'SANDBOX_PORT', port: sandboxPort },
  ]);
  await ensureInstalled(processes, say);
  const database = await openDatabase({ data, env, processes, say });
  cleanUp.push(database.stop);
  await ensureBuilt(
    processes,
    ['shared-types', 'wechat-sandbox', 'admin-api', 'admin-web', 'h5'],
    say,
  );

  const serviceEnv = serviceEnvironment({
    ...options,
    dataFolder: data.folder,
    database,
    secrets: secretsOf(data),
    merchant: await merchantFor(data, env, processes),
  });
  await prepareData(data, processes, commandEnvironment(serviceEnv, database), database);
  serve(options, processes, serviceEnv);
  await untilReady(options, processes, serviceEnv.YANCE_ENV === 'production');
  announce(options, serviceEnv);
}

/**
 * The sandbox's merchant; in production, and beside a merchant of the user's own, there is none.
 * @param {DataFolder} data  @param {NodeJS.ProcessEnv} env  @param {Processes} processes
 * @returns {Promise<import('./sandbox-merchant.mjs').Merchant | undefined>}
 */
async function merchantFor(data, env, processes) {
  if (env.YANCE_ENV === 'production' || env.WECHAT_PAY_PRIVATE_KEY) return undefined;
  return sandboxMerchant(processes, data.folder, env);
}

/**
 * Ends services that a killed start left behind, since they hold our ports.
 * @param {DataFolder} data
 */
async function stopLeftovers(data) {
  const left = /** @type {number[]} */ (data.readJson(RUNNING) ?? []);
  for (const pid of left) {
    if (commandLineOf(pid).includes(belongsTo(data))) await stopProcess(pid);
  }
}

/** An argument that the services ignore; by it we know later that a process is ours. @param {DataFolder} data */
const belongsTo = (data) => `--yance-data=${data.folder}`;

/**
 * Migrates, and fills an empty database with the demo salon. Our own database, which nobody else changes, needs
 * neither when the same build has prepared it before.
 * @param {DataFolder} data  @param {Processes} processes  @param {NodeJS.ProcessEnv} env
 * @param {import('./database/index.mjs').RunningDatabase} database
 */
async function prepareData(data, processes, env, { identity, ours }) {
  const withDemo = env.YANCE_DEMO !== '0' && env.YANCE_ENV !== 'production';
  const prepared = { build: builtStamp('admin-api'), database: identity, withDemo };
  if (identity && isDeepStrictEqual(data.readJson(PREPARED), prepared)) return;
  const cwd = inRoot(API_FOLDER);
  say('正在更新数据库结构…');
  const migrate = ['dist/commands/migrate.js'];
  await processes.mustRun('数据库结构更新失败。', process.execPath, migrate, { cwd, env });
  const sealWords = ['dist/commands/seal-words.js'];
  await processes.mustRun('旧文字加密失败。', process.execPath, sealWords, { cwd, env });
  // Rights in a database that the user named are the user's own business.
  if (ours) {
    const grants = ['dist/commands/grants.js'];
    await processes.mustRun('数据库权限设置失败。', process.execPath, grants, { cwd, env });
  }
  if (withDemo) {
    say('正在准备演示数据…');
    const loadDemo = ['dist/commands/load-demo.js'];
    await processes.mustRun('演示数据加载失败。', process.execPath, loadDemo, { cwd, env });
  }
  if (identity) data.writeJson(PREPARED, prepared);
}

/** @param {StartOptions} options  @param {Processes} processes  @param {NodeJS.ProcessEnv} env */
function serve({ data }, processes, env) {
  const services = [
    { name: '服务端', folder: API_FOLDER, log: 'api.log' },
    { name: '微信沙箱', folder: SANDBOX_FOLDER, log: 'wechat-sandbox.log' },
  ].filter(({ folder }) => folder !== SANDBOX_FOLDER || env.YANCE_ENV !== 'production');
  say('正在启动服务…');
  const started = services.map(({ name, folder, log }) =>
    processes.serve(name, ['--enable-source-maps', 'dist/main.js', belongsTo(data)], {
      cwd: inRoot(folder),
      env,
      logFile: data.path('logs', log),
      show: shownLine,
    }),
  );
  data.writeJson(
    RUNNING,
    started.map(({ pid }) => pid),
  );
}

/** @type {(options: StartOptions, processes: Processes, production: boolean) => Promise<void>} */
async function untilReady({ port, sandboxPort }, processes, production) {
  const own = `http://127.0.0.1:${port}`;
  const addresses = [
    { what: '服务端', url: `${own}/health/ready` },
    { what: '门店工作台', url: `${own}/console/` },
    { what: '小程序网页预览', url: `${own}/m/` },
    ...(production
      ? []
      : [
          {
            what: '微信沙箱',
            url: `http://127.0.0.1:${sandboxPort}/_sandbox/messages?openid=ready`,
          },
        ]),
  ];
  const waiting = waitUntilAllAnswer(addresses, {
    timeoutMs: READY_MS,
    stopped: () => processes.stopping,
  });
  await Promise.race([waiting, processes.died]);
}

/** @param {StartOptions} options  @param {NodeJS.ProcessEnv} env */
function announce({ port, data }, env) {
  const origin = `http://127.0.0.1:${port}`;
  say('');
  say(`门店工作台  ${origin}/console/`);
  say(`小程序预览  ${origin}/m/`);
  if (env.YANCE_DEMO !== '0' && env.YANCE_ENV !== 'production') {
    say(`演示账号    owner、manager、desk、therapist、consultant、marketing、finance`);
    say(`演示密码    ${env.YANCE_DEMO_PASSWORD}`);
  }
  say(`日志与数据  ${data.folder}    按 Ctrl-C 停止`);
  say(`ready ${origin}/`);
}
