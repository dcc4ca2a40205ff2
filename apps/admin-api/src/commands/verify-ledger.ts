import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { SealFiles, SealKeys, VerifyLedger } from '../modules/ledger/index.js';
import { readConfig } from '../platform/config/index.js';
import { dataSourceOptions } from '../platform/database/index.js';

/** Walks the whole books, on a live salon too; ends with 1 and the first bad row where something was touched. */
async function verifyLedger(): Promise<void> {
  const config = readConfig(process.env);
  const options = dataSourceOptions({ url: config.databaseUrl, poolSize: 2 });
  const source = await new DataSource(options).initialize();
  try {
    const keys = new SealKeys(config);
    const verdict = await new VerifyLedger(source, keys, new SealFiles(config)).run();
    const { checked, firstBadRow: bad, tookMs } = verdict;
    process.stdout.write(
      `核对了 ${checked.txs} 笔账、${checked.postings} 条分录、${checked.lines} 条流水、${checked.accounts} 个账户、` +
        `${checked.lots} 批储值、${checked.holds} 笔冻结、${checked.dailySums} 个日汇总、${checked.seals} 次封存，` +
        `用时 ${(tookMs / 1000).toFixed(1)} 秒。\n`,
    );
    process.stdout.write(
      bad ? `有问题：${bad.table} ${bad.key}：${bad.problem}。\n` : '账目完好。\n',
    );
    if (bad) process.exitCode = 1;
  } finally {
    await source.destroy();
  }
}

await verifyLedger().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
