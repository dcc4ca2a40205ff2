import { canInstallPackages, installPackages } from '../debian-packages.mjs';
import { secretsOf } from '../data-folder.mjs';
import { Processes } from '../processes.mjs';
import { connectAsRoot, provision } from './accounts.mjs';
import { chooseDatabase } from './choice.mjs';
import { ComposeService, dockerAnswers } from './docker.mjs';
import { PrivateInstance, findServer } from './private-instance.mjs';

const STATE = 'database.json';
export const SERVER_PACKAGES = ['mariadb-server-core', 'mariadb-client-core'];

/**
 * @typedef {{ kind: 'docker' | 'private', port: number }} State  kept in the data folder
 * @typedef {import('./accounts.mjs').Urls & { ours: boolean, identity?: string, stop: () => Promise<void> }} RunningDatabase
 *   ours: we made its accounts and may narrow their rights; identity: tells one database from another that later takes its place; only where nobody else can change it
 */

/**
 * Finds or starts the database of this data folder.
 * @param {{ data: import('../data-folder.mjs').DataFolder, env: NodeJS.ProcessEnv,
 *   processes: Processes, say: (line: string) => void }} context
 * @returns {Promise<RunningDatabase>}
 * @throws Explained when none can be had
 */
export async function openDatabase({ data, env, processes, say }) {
  const before = /** @type {State | undefined} */ (data.readJson(STATE));
  const choice = await chooseDatabase(
    { databaseUrl: env.DATABASE_URL, before: before?.kind },
    {
      dockerAnswers: () => dockerAnswers(processes),
      hasServer: () => findServer() !== undefined,
      canInstallPackages,
    },
  );
  if (choice === 'named') return named(env);
  if (choice === 'docker') return inDocker(data, before, processes, say);
  if (choice === 'install') {
    say('正在安装 MariaDB（只安装程序，不启动系统服务）…');
    await installPackages(processes, SERVER_PACKAGES);
  }
  return privately(data, before, processes, say);
}

/** The user's own database: we start and stop nothing. @param {NodeJS.ProcessEnv} env */
function named(env) {
  const appUrl = env.DATABASE_URL ?? '';
  return {
    ours: false,
    appUrl,
    migrationUrl: env.DATABASE_MIGRATION_URL || appUrl,
    stop: async () => {},
  };
}

/** @type {(...args: [import('../data-folder.mjs').DataFolder, State | undefined, Processes, (line: string) => void]) => Promise<RunningDatabase>} */
async function inDocker(data, before, processes, say) {
  say('正在启动 Docker 里的数据库…');
  const service = new ComposeService(processes, data.folder, before?.port ?? 0, secretsOf(data));
  const urls = await service.start();
  data.writeJson(STATE, { kind: 'docker', port: service.port });
  return { ...urls, ours: true, stop: () => service.stop(new Processes()) };
}

/** @type {(...args: [import('../data-folder.mjs').DataFolder, State | undefined, Processes, (line: string) => void]) => Promise<RunningDatabase>} */
async function privately(data, before, processes, say) {
  const instance = privateInstanceOf(data, before?.port);
  say(instance.runningPid() ? '接管上次留下的数据库…' : '正在启动本机数据库…');
  try {
    await instance.start(processes);
    data.writeJson(STATE, { kind: 'private', port: instance.port });
    const secrets = secretsOf(data);
    const root = await connectAsRoot({ socketPath: instance.socket }, secrets.databaseRoot);
    // Accounts come from 127.0.0.1: the server does not look names up, so "localhost" would only match the socket.
    const where = { host: '127.0.0.1', port: instance.port, from: '127.0.0.1' };
    const urls = await provision(root, { secrets, ...where }).finally(() => root.end());
    return { ...urls, ours: true, identity: instance.identity(), stop: () => instance.stop() };
  } catch (error) {
    await instance.stop();
    throw error;
  }
}

/** @param {import('../data-folder.mjs').DataFolder} data  @param {number} [port] */
function privateInstanceOf(data, port) {
  return new PrivateInstance(data.path('mariadb'), { port });
}

/**
 * Ends and forgets the data folder's own database, before the folder is emptied.
 * @param {import('../data-folder.mjs').DataFolder} data  @param {Processes} processes
 */
export async function discardDatabase(data, processes) {
  const before = /** @type {State | undefined} */ (data.readJson(STATE));
  await privateInstanceOf(data).stop();
  if (before?.kind === 'docker' && (await dockerAnswers(processes))) {
    await new ComposeService(processes, data.folder, before.port, secretsOf(data)).remove();
  }
}
