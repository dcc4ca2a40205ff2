import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { LinkKeys, TipFiles, VerifyAudit } from '../platform/audit-chain/index.js';
import { readConfig } from '../platform/config/index.js';
import { Database, dataSourceOptions } from '../platform/database/index.js';

/** Walks the audit log, on a live salon too; ends with 1 and the first bad row where something was touched. */
async function verifyAudit(): Promise<void> {
  const config = readConfig(process.env);
  const options = dataSourceOptions({ url: config.databaseUrl, poolSize: 2 });
  const source = await new DataSource(options).initialize();
  try {
    const keys = new LinkKeys(config);
    const verify = new VerifyAudit(new Database(source), keys, new TipFiles(config));
    const { checked, waiting, firstBadRow: bad, tookMs } = await verify.run();
    process.stdout.write(
      `核对了 ${checked} 条操作记录，另有 ${waiting} 条刚写下、还没有上链，用时 ${(tookMs / 1000).toFixed(1)} 秒。\n`,
    );
    process.stdout.write(
      bad ? `有问题：${bad.table} ${bad.key}：${bad.problem}。\n` : '操作记录完好。\n',
    );
    if (bad) process.exitCode = 1;
  } finally {
    await source.destroy();
  }
}

await verifyAudit().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
