// npm run restore -- <file> [--force]   into the database that DATABASE_MIGRATION_URL or DATABASE_URL names
import { restore } from './lib/backup/restore.mjs';
import { databaseOf } from './lib/backup/target.mjs';
import { Explained, explain } from './lib/explained.mjs';

try {
  const [file, ...more] = process.argv.slice(2).filter((one) => one !== '--force');
  if (!file || more.length > 0) throw new Explained('用法：npm run restore -- 备份文件 [--force]');
  const force = process.argv.includes('--force');
  const { tables } = await restore(databaseOf(process.env), file, { force });
  console.log(`已恢复 ${tables.length} 张表。`);
  console.log(
    '接下来：node apps/admin-api/dist/commands/migrate.js，再运行 grants.js 和 seal-words.js（账号和权限不在备份里）。',
  );
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
