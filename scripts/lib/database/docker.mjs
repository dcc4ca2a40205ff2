import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Explained, Interrupted } from '../explained.mjs';
import { ROOT } from '../paths.mjs';
import { freePort, isFree } from '../ports.mjs';
import { connectAsRoot, provision } from './accounts.mjs';

const ANSWER_MS = 4_000;
const START_MS = 120_000;
const POLL_MS = 250;

/**
 * Whether an engine and its compose plugin both answer: many machines have a docker client without an engine.
 * @param {import('../processes.mjs').Processes} processes
 */
export async function dockerAnswers(processes) {
  const calls = [['info'], ['compose', 'version']];
  for (const args of calls) {
    const finished = await processes.run('docker', args, { timeoutMs: ANSWER_MS });
    if (finished.code !== 0) return false;
  }
  return true;
}

/** The database service of docker-compose.yml, one project with one volume for each data folder. */
export class ComposeService {
  /**
   * @param {import('../processes.mjs').Processes} processes  @param {string} dataFolder  @param {number} port
   * @param {import('../data-folder.mjs').Secrets} secrets
   */
  constructor(processes, dataFolder, port, secrets) {
    this.processes = processes;
    this.project = `yance-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`;
    this.port = port;
    this.secrets = secrets;
  }

  /** @returns {Promise<import('./accounts.mjs').Urls>} */
  async start() {
    this.port =
      this.port && ((await isFree(this.port)) || (await this.#isOurs()))
        ? this.port
        : await freePort();
    await this.processes.mustRun(
      'Docker 里的数据库没有启动成功。',
      'docker',
      this.#args('up', '--detach', 'database'),
      {
        cwd: ROOT,
        env: this.#env(),
      },
    );
    const root = await this.#connect();
    try {
      return await provision(root, {
        secrets: this.secrets,
        host: '127.0.0.1',
        port: this.port,
        from: '%',
      });
    } finally {
      await root.end();
    }
  }

  /** @param {import('../processes.mjs').Processes} processes  a fresh one: the old one no longer starts anything */
  async stop(processes) {
    await processes.run('docker', this.#args('stop'), { cwd: ROOT, env: this.#env() });
  }

  /** Removes the service with its volume. */
  async remove() {
    const args = this.#args('down', '--volumes');
    await this.processes.mustRun('Docker 里的旧数据库没有删除成功。', 'docker', args, {
      cwd: ROOT,
      env: this.#env(),
    });
  }

  async #isOurs() {
    const args = this.#args('port', 'database', '3306');
    const finished = await this.processes.run('docker', args, { cwd: ROOT, env: this.#env() });
    return finished.output.includes(`:${this.port}`);
  }

  async #connect() {
    const deadline = Date.now() + START_MS;
    for (;;) {
      try {
        return await connectAsRoot(
          { host: '127.0.0.1', port: this.port },
          this.secrets.databaseRoot,
        );
      } catch (error) {
        if (this.processes.stopping) throw new Interrupted();
        if (Date.now() > deadline)
          throw new Explained(`Docker 里的数据库没有应答：${String(error)}`);
        await pause(POLL_MS);
      }
    }
  }

  /** @param {...string} args */
  #args(...args) {
    return ['compose', '--project-name', this.project, ...args];
  }

  #env() {
    return {
      ...process.env,
      YANCE_DATABASE_PORT: String(this.port),
      YANCE_DATABASE_ROOT_PASSWORD: this.secrets.databaseRoot,
    };
  }
}
