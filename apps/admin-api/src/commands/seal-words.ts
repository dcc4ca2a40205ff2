import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { SystemClock } from '../platform/clock/index.js';
import { readConfig } from '../platform/config/index.js';
import { FieldCipher, SubjectKeys } from '../platform/crypto/index.js';
import { UnitOfWork, dataSourceOptions } from '../platform/database/index.js';
import { sealOldWords } from './seal-old-words.js';

/**
 * Seals the words about clients that older versions wrote in the clear. Run it after each migration, with the account of
 * the migrations: the API's own may not change history.
 */
async function sealWords(): Promise<void> {
  const config = readConfig(process.env);
  const options = dataSourceOptions({ url: config.migrationUrl, poolSize: 2 });
  const source = await new DataSource(options).initialize();
  try {
    const done = await sealOldWords({
      unitOfWork: new UnitOfWork(source),
      cipher: new FieldCipher(new SubjectKeys(config, new SystemClock())),
    });
    process.stdout.write(done === 0 ? '没有需要加密的旧文字。\n' : `已加密旧文字：${done} 处。\n`);
  } finally {
    await source.destroy();
  }
}

await sealWords().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
