import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { SystemClock } from '../platform/clock/index.js';
import { readConfig } from '../platform/config/index.js';
import {
  CustomerWordSeal,
  FieldCipher,
  PlatformCipher,
  SubjectKeys,
} from '../platform/crypto/index.js';
import { UnitOfWork, dataSourceOptions } from '../platform/database/index.js';
import { openSealedWords, sealOldWords } from './seal-old-words.js';

/**
 * Seals the words about clients that older versions wrote in the clear. Run it after each migration, with the account of
 * the migrations: the API's own may not change history. With `--open` it writes them back into the clear, for a version
 * that cannot open them.
 */
async function sealWords(): Promise<void> {
  const config = readConfig(process.env);
  const options = dataSourceOptions({ url: config.migrationUrl, poolSize: 2 });
  const source = await new DataSource(options).initialize();
  try {
    const cipher = new FieldCipher(new SubjectKeys(config, new SystemClock()));
    const seal = new CustomerWordSeal(cipher, new PlatformCipher(config));
    const unitOfWork = new UnitOfWork(source, seal);
    if (process.argv.includes('--open')) {
      const opened = await openSealedWords({ unitOfWork });
      process.stdout.write(`已写回明文：${opened} 处。\n`);
      return;
    }
    const done = await sealOldWords({ unitOfWork, cipher });
    process.stdout.write(done === 0 ? '没有需要加密的旧文字。\n' : `已加密旧文字：${done} 处。\n`);
  } finally {
    await source.destroy();
  }
}

await sealWords().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
