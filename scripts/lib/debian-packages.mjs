import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { Explained } from './explained.mjs';

const EXTRA_FOLDERS = [
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/local/mysql/bin',
  '/opt/homebrew/bin',
];

/**
 * The absolute path of the first of these programs that the machine has. Servers live in sbin, which is not on
 * everybody's PATH.
 * @param {readonly string[]} names  @returns {string | undefined}
 */
export function findProgram(names) {
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean),
    ...EXTRA_FOLDERS,
  ];
  for (const name of names) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        continue;
      }
    }
  }
  return undefined;
}

/** Whether we may install Debian packages here: apt-get is there and we are root. */
export function canInstallPackages() {
  return (
    process.getuid?.() === 0 &&
    existsSync('/etc/debian_version') &&
    findProgram(['apt-get']) !== undefined
  );
}

/**
 * Installs Debian packages without what they merely recommend; waits for another apt to finish first.
 * @param {import('./processes.mjs').Processes} processes  @param {readonly string[]} packages
 * @throws Explained when apt could not
 */
export async function installPackages(processes, packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=600'];
  const sentence = `系统软件包安装失败（${packages.join(' ')}），请检查网络或软件源后再试。`;
  // A list that one mirror could not refresh may still be good enough: the install decides.
  await processes.run('apt-get', [...wait, 'update'], { env });
  const args = [...wait, 'install', '--yes', '--no-install-recommends', ...packages];
  const finished = await processes.run('apt-get', args, { env });
  if (finished.code !== 0) throw new Explained(sentence, { details: finished.output.slice(-2000) });
}
