import 'reflect-metadata';
import { DataSource } from 'typeorm';
import type { DemoResult } from '../demo/load-demo-salon.js';
import { readConfig, type Config } from '../platform/config/index.js';
import { dataSourceOptions } from '../platform/database/index.js';

/** What the person who started the command reads. */
function sentenceOf(result: DemoResult): string {
  if ('visits' in result) {
    const { clients, shifts, visits, wallets } = result;
    const refused = Object.values(wallets.refused).reduce((sum, count) => sum + count, 0);
    return (
      `演示门店已就绪：${clients} 位顾客，${shifts} 个班次，${visits.booked} 次预约与到店，` +
      `${wallets.wallets} 个储值账户，${wallets.deeds} 笔充值与扣款（另有 ${refused} 笔按规则不予办理）。`
    );
  }
  switch (result.skipped) {
    case 'already_there':
      return '数据库里已有门店，演示数据保持不变。';
    case 'not_ours':
      return '数据库里已有不属于演示的数据，没有装载演示门店。';
    case 'another_load':
      return '另一个进程正在装载演示数据，这里不再重复。';
  }
}

/** Every second start comes here: one look costs less than starting the app to take it. */
async function hasBrand({ databaseUrl: url }: Config): Promise<boolean> {
  const source = await new DataSource(dataSourceOptions({ url, poolSize: 1 })).initialize();
  try {
    const rows: unknown[] = await source.query('SELECT id FROM brand LIMIT 1');
    return rows.length > 0;
  } finally {
    await source.destroy();
  }
}

async function load(config: Config): Promise<DemoResult> {
  if (await hasBrand(config)) return { skipped: 'already_there' };
  const { runDemo } = await import('../demo/run-demo.js');
  return runDemo(config, new Date());
}

/**
 * Loads the demo salon into an empty database; says one sentence. Job workers stay off: the past sends no messages.
 * Works with the account of the migrations: the API's own may not empty the tables of a load that broke off.
 */
async function loadDemo(): Promise<void> {
  const read = readConfig({ ...process.env, YANCE_WORKERS: 'off', LOG_LEVEL: 'warn' });
  const config = { ...read, databaseUrl: read.migrationUrl };
  if (config.kind === 'production') throw new Error('生产环境不装载演示数据。');
  process.stdout.write(`${sentenceOf(await load(config))}\n`);
}

await loadDemo().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
