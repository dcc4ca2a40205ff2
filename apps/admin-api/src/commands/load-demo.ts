import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { AsOfClock } from '../demo/as-of-clock.js';
import { DemoModule } from '../demo/demo.module.js';
import { LoadDemoSalon, type DemoResult } from '../demo/load-demo-salon.js';
import { readConfig } from '../platform/config/index.js';

/** What the person who started the command reads. */
function sentenceOf(result: DemoResult): string {
  if ('visits' in result) {
    const { clients, shifts, visits } = result;
    return `演示门店已就绪：${clients} 位顾客，${shifts} 个班次，${visits.booked} 次预约与到店。`;
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

/** Loads the demo salon into an empty database; says one sentence. Job workers stay off: the past sends no messages. */
async function loadDemo(): Promise<void> {
  const config = readConfig({ ...process.env, YANCE_WORKERS: 'off', LOG_LEVEL: 'warn' });
  const clock = new AsOfClock(new Date());

  @Module({ imports: [AppModule.with(config, clock), DemoModule] })
  class DemoHouse {}

  const context = await NestFactory.createApplicationContext(DemoHouse, {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const result = await context.get(LoadDemoSalon).execute(clock);
    process.stdout.write(`${sentenceOf(result)}\n`);
  } finally {
    await context.close();
  }
}

await loadDemo().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
