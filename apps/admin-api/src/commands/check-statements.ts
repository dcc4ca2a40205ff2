import { NestFactory } from '@nestjs/core';
import { formatYuan } from '@yance/shared-types';
import { AppModule } from '../app.module.js';
import { CheckStatements } from '../modules/membership/index.js';
import { readConfig } from '../platform/config/index.js';

/**
 * Holds every client's statement, as the phone shows it, against the raw postings, and every contract against the journal; says its
 * numbers.
 */
async function checkStatements(): Promise<void> {
  const config = readConfig({ ...process.env, YANCE_WORKERS: 'off', LOG_LEVEL: 'warn' });
  const context = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const { clients, months, lines, packages, sessions, wrong, contracts, altered, ...sums } =
      await context.get(CheckStatements).run();
    const [principal, bonus] = [formatYuan(sums.principalFen), formatYuan(sums.bonusFen)];
    process.stdout.write(
      `对账单核对：${clients} 位顾客，${months} 个月，${lines} 笔，本金 ¥${principal}，赠金 ¥${bonus}，积分 ${sums.points}，${packages} 张卡剩余 ${sessions} 次，${wrong.length} 位不符。\n`,
    );
    for (const id of wrong) process.stdout.write(`不符：${id}\n`);
    process.stdout.write(`合同核对：${contracts} 份，${altered.length} 份与签约时不符。\n`);
    for (const id of altered) process.stdout.write(`合同不符：${id}\n`);
    if (wrong.length + altered.length > 0) process.exitCode = 1;
  } finally {
    await context.close();
  }
}

await checkStatements().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
