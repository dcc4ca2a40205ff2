import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Explained } from './explained.mjs';
import { commandLineOf, isAlive } from './processes.mjs';

const MARKER = '.yance-data';
const LOCK = 'start.lock';

const REASONS = new Map([
  ['ENOTDIR', '路径中有一段是文件，不是目录'],
  ['EEXIST', '同名的文件已经存在'],
  ['EACCES', '没有读写权限'],
  ['EPERM', '没有读写权限'],
  ['EROFS', '所在的磁盘是只读的'],
  ['ENOSPC', '磁盘空间不足'],
]);

/** @param {string} folder  @param {unknown} error  @returns {string} */
function unusable(folder, error) {
  const code = /** @type {NodeJS.ErrnoException} */ (error).code ?? '';
  const reason = REASONS.get(code) ?? '无法在那里建立目录';
  return `数据目录 ${folder} 用不了（${reason}）：请用 YANCE_DATA 换一个可以读写的目录。`;
}

/**
 * Makes a folder and the missing ones above it, one level at a time: Node's own recursive way never returns below
 * /proc, where a parent exists and its children cannot.
 * @param {string} folder absolute
 */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/**
 * The folder that holds everything a running Yance keeps. It is used, and emptied, only when it is ours: it was empty,
 * or it carries our marker file.
 */
export class DataFolder {
  /** @param {string} folder absolute */
  constructor(folder) {
    this.folder = folder;
  }

  /** @param {...string} parts  @returns {string} */
  path(...parts) {
    return path.join(this.folder, ...parts);
  }

  /**
   * Opens the folder, making it when it is missing.
   * @throws Explained when the folder belongs to something else or cannot be made or written
   */
  open() {
    try {
      this.#openOrFail();
    } catch (error) {
      if (error instanceof Explained) throw error;
      throw new Explained(unusable(this.folder, error));
    }
  }

  #openOrFail() {
    if (
      existsSync(this.folder) &&
      !existsSync(this.path(MARKER)) &&
      readdirSync(this.folder).length > 0
    ) {
      throw new Explained(
        `${this.folder} 里有别的文件，不是颜册的数据目录：请换一个空目录，例如 YANCE_DATA=/path/to/empty npm start。`,
      );
    }
    makeFolder(this.path('logs'));
    chmodSync(this.folder, 0o755);
    if (!existsSync(this.path(MARKER)))
      writeFileSync(this.path(MARKER), 'Yance keeps its data here.\n');
  }

  /**
   * Makes this process the only one that works on the folder. Call the answer to let go of it.
   * @throws Explained when another start is using it
   * @returns {() => void}
   */
  lock() {
    const file = this.path(LOCK);
    const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    // After a crash or a reboot the number may belong to something else by now.
    if (
      owner &&
      owner !== process.pid &&
      isAlive(owner) &&
      commandLineOf(owner).includes('start.mjs')
    ) {
      throw new Explained(
        `数据目录 ${this.folder} 正被另一个颜册使用（进程 ${owner}）：请先停止它，或换一个 YANCE_DATA。`,
      );
    }
    rmSync(file, { force: true });
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return () => rmSync(file, { force: true });
  }

  /** Removes everything in the folder but its marker and lock. Only after open() found it to be ours. */
  empty() {
    if (!existsSync(this.path(MARKER)))
      throw new Error(`not a data folder of Yance: ${this.folder}`);
    for (const name of readdirSync(this.folder)) {
      if (name !== MARKER && name !== LOCK)
        rmSync(this.path(name), { recursive: true, force: true });
    }
    mkdirSync(this.path('logs'), { recursive: true });
  }

  /** @template T  @param {string} name  @returns {T | undefined} */
  readJson(name) {
    return existsSync(this.path(name))
      ? JSON.parse(readFileSync(this.path(name), 'utf8'))
      : undefined;
  }

  /** Only the owner may read what is written. @param {string} name  @param {unknown} value */
  writeJson(name, value) {
    writeFileSync(this.path(name), `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  }
}

/**
 * @typedef {object} Secrets
 * @property {string} databaseRoot       passwords of the private database's accounts
 * @property {string} databaseApp
 * @property {string} databaseMigration
 * @property {string} keys               YANCE_KEYS: `1:` and 32 random bytes in base64
 * @property {string} blindIndexKey      YANCE_BLIND_INDEX_KEY: 32 random bytes in base64
 * @property {string} sealKey            YANCE_SEAL_KEY: 32 random bytes in base64
 * @property {string} wechatSecret       what the API and the sandbox agree on
 */

/**
 * The secrets that this data folder lives with; made once, since the data cannot be read without them.
 * @param {DataFolder} data  @returns {Secrets}
 */
export function secretsOf(data) {
  const known = /** @type {Partial<Secrets>} */ (data.readJson('secrets.json') ?? {});
  const password = () => randomBytes(24).toString('base64url');
  const key = () => randomBytes(32).toString('base64');
  const secrets = {
    databaseRoot: known.databaseRoot ?? password(),
    databaseApp: known.databaseApp ?? password(),
    databaseMigration: known.databaseMigration ?? password(),
    keys: known.keys ?? `1:${key()}`,
    blindIndexKey: known.blindIndexKey ?? key(),
    sealKey: known.sealKey ?? key(),
    wechatSecret: known.wechatSecret ?? randomBytes(16).toString('hex'),
  };
  data.writeJson('secrets.json', secrets);
  return secrets;
}
