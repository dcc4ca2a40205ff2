import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Explained } from './explained.mjs';
import { hashOfFiles } from './build.mjs';
import { ROOT, inRoot } from './paths.mjs';
import { PACKAGES } from './packages.mjs';

const STAMP = inRoot('node_modules/.yance-install');

/** What decides the content of node_modules. */
function wantedInstall() {
  const manifests = PACKAGES.map((folder) => inRoot(folder, 'package.json')).filter(existsSync);
  return hashOfFiles([
    inRoot('package.json'),
    inRoot('pnpm-lock.yaml'),
    inRoot('pnpm-workspace.yaml'),
    ...manifests,
  ]);
}

/**
 * Installs the packages when the lock file or a package.json changed since the last time. Brings its own pnpm, in the
 * version that package.json names: without --prefer-offline, npx waits more than a minute where there is no network.
 * @param {import('./processes.mjs').Processes} processes  @param {(line: string) => void} say
 */
export async function ensureInstalled(processes, say) {
  const wanted = wantedInstall();
  if (
    existsSync(inRoot('node_modules/.modules.yaml')) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === wanted
  )
    return;
  const { packageManager } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  say('正在安装依赖（首次需要几分钟）…');
  const args = [
    '--yes',
    '--prefer-offline',
    packageManager,
    'install',
    '--frozen-lockfile',
    '--prefer-offline',
  ];
  const finished = await processes.run('npx', args, {
    cwd: ROOT,
    env: { ...process.env, CI: 'true' },
  });
  if (finished.code !== 0) {
    throw new Explained('依赖安装失败，请检查网络或 npm 镜像设置后再试。', {
      details: finished.output.slice(-4000),
    });
  }
  writeFileSync(STAMP, wanted);
}

/**
 * The pinned pnpm, for asking it something about what is installed. What it prints may be long, so it goes through a
 * file.
 * @param {import('./processes.mjs').Processes} processes
 * @returns {(args: readonly string[], options?: { timeoutMs?: number }) => Promise<{ code: number | null, stdout: string, stderr: string }>}
 */
export function pnpmRunner(processes) {
  const { packageManager } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return async (args, options = {}) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'yance-pnpm-'));
    const file = path.join(folder, 'stdout');
    try {
      const npx = ['npx', '--yes', '--prefer-offline', packageManager, ...args];
      const shell = ['-c', 'out=$1; shift; exec "$@" >"$out"', 'sh', file, ...npx];
      const finished = await processes.run('sh', shell, { ...options, cwd: ROOT });
      return { code: finished.code, stdout: readFileSync(file, 'utf8'), stderr: finished.output };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
