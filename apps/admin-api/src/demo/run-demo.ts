import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import type { Config } from '../platform/config/index.js';
import { AsOfClock } from './as-of-clock.js';
import { DemoModule } from './demo.module.js';
import { LoadDemoSalon, type DemoResult } from './load-demo-salon.js';

/**
 * Starts the app without a port and loads the demo salon into its database.
 * @param now the moment around which the demo is told; everything before it has happened
 */
export async function runDemo(config: Config, now: Date): Promise<DemoResult> {
  const clock = new AsOfClock(now);

  @Module({ imports: [AppModule.with(config, clock), DemoModule] })
  class DemoHouse {}

  const context = await NestFactory.createApplicationContext(DemoHouse, {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    return await context.get(LoadDemoSalon).execute(clock);
  } finally {
    await context.close();
  }
}
