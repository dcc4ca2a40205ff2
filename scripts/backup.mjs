// npm run backup -- [folder]   saves the database that DATABASE_MIGRATION_URL or DATABASE_URL names
import { backup } from './lib/backup/backup.mjs';
import { databaseOf } from './lib/backup/target.mjs';
import { explain } from './lib/explained.mjs';

try {
  const { file, manifest } = await backup(databaseOf(process.env), process.argv[2] ?? 'backups');
  console.log(`已备份 ${manifest.tables.length} 张表，${manifest.bytes} 字节：${file}`);
  console.log(`校验值 sha256 ${manifest.sha256}`);
  console.log('密钥（YANCE_KEYS、YANCE_BLIND_INDEX_KEY）不在备份里，请另行保管。');
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
