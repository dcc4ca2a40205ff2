import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../src/platform/testing/until.js';
import { freePort } from '../support/running-process.js';
import { send } from '../support/wire.js';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
/** Like a terminal that is closed: when this test ends without having stopped it, everybody gets a Ctrl-C. */
const NPM_START = '{ read _ <&3 || kill -INT 0; } & exec npm start';
/** Building, where nothing is built yet, is most of it. */
const FIRST_START_MS = 400_000;
const PASSWORD = 'yance-demo';

let folder: string;
let port: number;
let terminal: ChildProcess | undefined;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yance-start-'));
  port = await freePort();
});

afterEach(() => stopAtTheKeyboard());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `npm start` as in a terminal: a process group of its own. Ends at the ready line; answers what was said. */
async function npmStart(): Promise<string> {
  const env = { ...process.env, PORT: String(port), SANDBOX_PORT: '', YANCE_DATA: folder };
  for (const name of ['DATABASE_URL', 'YANCE_ENV', 'LOG_LEVEL', 'NODE_ENV', 'NODE_OPTIONS']) {
    delete env[name as keyof typeof env];
  }
  const child = spawn('sh', ['-c', NPM_START], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  terminal = child;
  let said = '';
  const collect = (text: Buffer): void => void (said += text.toString());
  child.stderr?.on('data', collect);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => {
      collect(text);
      if (/^ready http/m.test(said)) resolve();
    });
    child.once('exit', () => reject(new Error(`no ready line:\n${said}`)));
  });
  return said;
}

/** Ctrl-C: the terminal sends it to everybody in the foreground. */
async function stopAtTheKeyboard(): Promise<number | null> {
  const child = terminal;
  terminal = undefined;
  if (!child?.pid || child.exitCode !== null) return child?.exitCode ?? null;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGINT');
  const [code] = (await ended) as [number | null];
  child.stdio[3]?.destroy();
  return code;
}

/** Command lines of everything that works on our data folder. */
function processesOfOurs(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return [];
      }
    })
    .filter((line) => line.includes(folder));
}

/** The desk signs in and opens a file, or finds it. */
async function asDesk(pathAndQuery: string, body?: object): Promise<unknown> {
  const api = `http://127.0.0.1:${port}/api`;
  const session = await send(`${api}/staff/session`, {
    body: { username: 'desk', password: PASSWORD },
  });
  const { token } = session.body as { token: string };
  return (await send(`${api}${pathAndQuery}`, { token, body })).body;
}

describe('npm start', () => {
  it(
    'keeps everything over a stop, prepares nothing twice, and leaves no process behind',
    async () => {
      await npmStart();
      const screens = ['console/', 'm/', 'health/ready'].map(async (page) => {
        const { status } = await fetch(`http://127.0.0.1:${port}/${page}`);
        return status;
      });
      expect(await Promise.all(screens)).toEqual([200, 200, 200]);
      await asDesk('/staff/clients', { name: '留得住的人', gender: 'female' });
      expect(processesOfOurs().length).toBeGreaterThan(2);
      await stopAtTheKeyboard();
      await until('nothing of ours runs', () => processesOfOurs().length === 0);

      const said = await npmStart();
      expect(said).not.toMatch(/正在(安装|构建|更新数据库|准备演示)/);
      const query = `/staff/clients?q=${encodeURIComponent('留得住的人')}`;
      expect(await asDesk(query)).toMatchObject({ items: [{ name: '留得住的人' }] });
      await stopAtTheKeyboard();
      await until('nothing of ours runs', () => processesOfOurs().length === 0);
    },
    FIRST_START_MS,
  );
});
