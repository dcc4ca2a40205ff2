import { existsSync } from 'node:fs';
import { SERVER_PACKAGES } from '../database/index.mjs';
import { findServer } from '../database/private-instance.mjs';
import { canInstallPackages, findProgram, installPackages } from '../debian-packages.mjs';
import { Explained } from '../explained.mjs';

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const DEBIAN_FONTS = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/** The browser that drives the screens; YANCE_CHROMIUM names another one. @param {NodeJS.ProcessEnv} env */
export const findBrowser = (env) => env.YANCE_CHROMIUM || findProgram(BROWSERS);

/**
 * Brings the programs that the chosen suites need and the machine lacks.
 * @param {readonly import('./suites.mjs').Suite[]} suites  @param {NodeJS.ProcessEnv} env
 * @param {import('../processes.mjs').Processes} processes  @param {(line: string) => void} say
 * @throws Explained when something is missing and cannot be installed from here
 */
export async function bringPrograms(suites, env, processes, say) {
  const projects = new Set(
    suites.map((suite) => (suite.kind === 'jest' ? suite.project : undefined)),
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
  if (onScreens && !findBrowser(env)) missing.push('chromium');
  if (onScreens && canInstallPackages() && !existsSync(DEBIAN_FONTS))
    missing.push('fonts-noto-cjk');
  if (missing.length === 0) return;
  if (!canInstallPackages()) throw new Explained(`测试需要先安装：${missing.join('、')}。`);
  say(`正在安装测试所需的系统软件包：${missing.join(' ')}…`);
  await installPackages(processes, missing);
}
