import { Explained } from '../explained.mjs';

/**
 * What the machine was asked before a database was chosen.
 * @typedef {object} Machine
 * @property {() => Promise<boolean>} dockerAnswers
 * @property {() => boolean} hasServer           mariadbd or mysqld is installed
 * @property {() => boolean} canInstallPackages  Debian or Ubuntu, as root
 * @typedef {'named' | 'docker' | 'private' | 'install'} Choice
 */

/**
 * Decides where the data lives: the database that the user named; where this data folder's data already is; a running
 * Docker; a server on the machine; one that we may install.
 * @param {{ databaseUrl: string | undefined, before: 'docker' | 'private' | undefined }} known
 * @param {Machine} machine
 * @returns {Promise<Choice>}
 * @throws Explained when there is none of these
 */
export async function chooseDatabase({ databaseUrl, before }, machine) {
  if (databaseUrl) return 'named';
  if (before !== 'private' && (await machine.dockerAnswers())) return 'docker';
  if (before === 'docker') {
    throw new Explained(
      '这个数据目录的数据库在 Docker 里，但 Docker 没有应答：请先启动 Docker，或用 npm start -- --fresh 重新开始。',
    );
  }
  if (machine.hasServer()) return 'private';
  if (machine.canInstallPackages()) return 'install';
  throw new Explained(
    '没有可用的数据库：请安装 MariaDB（如 apt-get install mariadb-server）或启动 Docker，或用 DATABASE_URL 指定一个现有的 MySQL 数据库。',
  );
}
