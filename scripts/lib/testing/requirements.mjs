import { existsSync } from 'node:fs';
import { SERVER_PACKAGES } from '../database/index.mjs';
import { findServer } from '../database/private-instance.mjs';
import { canInstallPackages, findProgram, installPackages } from '../debian-packages.mjs';
import { Explained } from '../explained.mjs';

/** Opens and draws a screen for less than half the processor time of the whole Chromium, which has windows to manage. */
const SHELL = 'chromium-headless-shell';
const BROWSERS = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const DEBIAN_FONTS = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/** The browser that drives the screens; YANCE_CHROMIUM names another one. @param {NodeJS.ProcessEnv} env */
export const findBrowser = (env) => env.YANCE_CHROMIUM || findProgram(BROWSERS);

/** Where packages can be installed, only the shell will do; elsewhere any of them. @param {NodeJS.ProcessEnv} env */
const hasBrowser = (env) =>
  canInstallPackages()
    ? Boolean(env.YANCE_CHROMIUM || findProgram([SHELL]))
    : Boolean(findBrowser(env));

/**
 * Brings the programs that the chosen suites need and the machine lacks.
 * @param {readonly import('./suites.mjs').Suite[]} suites  @param {NodeJS.ProcessEnv} env
 * @param {import('../processes.mjs').Processes} processes  @param {(line: string) => void} say
 * @throws Explained when something is missing and cannot be installed from here
 */
export async function bringPrograms(suites, env, processes, say) {
  const projects = new Set(
    suites.flatMap((suite) => (suite.kind === 'jest' ? suite.projects : [])),
  );
  const onDatabase = ['db', 'http', 'faults', 'weapp', 'browser'].some((project) =>
    projects.has(project),
  );
  const packaging = suites.some(({ name }) => name === 'packaging');
  const missing = [];
  if (packaging && !findProgram(['mariadb-dump', 'mysqldump'])) missing.push('mariadb-client');
  if ((onDatabase || packaging) && !env.TEST_DATABASE_URL && !findServer())
    missing.push(...SERVER_PACKAGES);
  const onScreens = projects.has('browser') || projects.has('weapp');
  if (onScreens && !hasBrowser(env)) missing.push(SHELL);
  if (onScreens && canInstallPackages() && !existsSync(DEBIAN_FONTS))
    missing.push('fonts-noto-cjk');
  if (missing.length === 0) return;
  if (!canInstallPackages()) throw new Explained(`测试需要先安装：${missing.join('、')}。`);
  say(`正在安装测试所需的系统软件包：${missing.join(' ')}…`);
  await installPackages(processes, missing);
}
