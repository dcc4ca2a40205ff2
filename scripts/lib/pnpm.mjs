import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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
