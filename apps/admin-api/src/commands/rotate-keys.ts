import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { SystemClock } from '../platform/clock/index.js';
import { readConfig } from '../platform/config/index.js';
import { SubjectKeys } from '../platform/crypto/index.js';
import { Database, UnitOfWork, dataSourceOptions } from '../platform/database/index.js';
import { rotateSubjectKeys } from './rotate-subject-keys.js';

/** Turns the main key: run it after every process was restarted with the new key in front and the old one behind. */
async function rotateKeys(): Promise<void> {
  const config = readConfig(process.env);
  const options = dataSourceOptions({ url: config.databaseUrl, poolSize: 2 });
  const source = await new DataSource(options).initialize();
  try {
    const done = await rotateSubjectKeys({
      config,
      database: new Database(source),
      unitOfWork: new UnitOfWork(source),
      keys: new SubjectKeys(config, new SystemClock()),
    });
    const version = config.keyEncryptionKeys[0]?.version;
    process.stdout.write(
      `已更换 ${done} 个顾客密钥；现在全部由版本 ${version} 加密，旧版本可以从 YANCE_KEYS 中移除。\n`,
    );
  } finally {
    await source.destroy();
  }
}

await rotateKeys().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
