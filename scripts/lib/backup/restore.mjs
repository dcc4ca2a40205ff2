import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Explained } from '../explained.mjs';
import { hashOf, manifestOf } from './backup.mjs';
import { runClient } from './client.mjs';
import { connected, nameOf, tablesIn } from './target.mjs';

/**
 * Puts a backup into a database that exists. What is there is only replaced when `force` says so, and then wholly: a
 * table that the backup does not know would otherwise stay beside older ones.
 * @param {URL} url  @param {string} file  @param {{ force: boolean }} options
 * @returns {Promise<{ tables: readonly string[] }>}
 * @throws Explained before anything is changed: the file is damaged, or the database is not empty
 */
export async function restore(url, file, { force }) {
  if (!existsSync(file)) throw new Explained(`没有这个备份文件：${file}`);
  await requireWhole(file);
  await connected(url, async (connection) => {
    const tables = await tablesIn(connection);
    if (tables.length === 0) return;
    if (!force)
      throw new Explained(
        `数据库 ${nameOf(url)} 不是空的（${tables.length} 张表）：请换一个空数据库；确认要整体替换时加 --force。`,
      );
    await connection.query('SET SESSION foreign_key_checks = 0');
    for (const table of tables) await connection.query('DROP TABLE ??', [table]);
  });
  const from = [createReadStream(file), createGunzip()];
  await runClient(['mariadb', 'mysql'], url, ['--binary-mode', nameOf(url)], { from });
  return { tables: await connected(url, tablesIn) };
}

/** @param {string} file */
async function requireWhole(file) {
  if (!existsSync(manifestOf(file)))
    throw new Explained(`缺少说明文件 ${manifestOf(file)}，无法确认备份完整。`);
  const manifest = /** @type {import('./backup.mjs').Manifest} */ (
    JSON.parse(readFileSync(manifestOf(file), 'utf8'))
  );
  if ((await hashOf(file)) !== manifest.sha256)
    throw new Explained('备份文件与说明文件的校验值不一致：文件已损坏或被改动，没有恢复。');
}
