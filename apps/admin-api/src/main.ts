import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { refuseDemoAccounts } from './modules/identity/index.js';
import { readConfig } from './platform/config/index.js';
import { Database } from './platform/database/index.js';
import { createApp } from './platform/http/index.js';
import { NestLog } from './platform/logging/index.js';

/** Starts one API process: it serves, and it works off jobs unless YANCE_WORKERS=off. */
async function main(): Promise<void> {
  const config = readConfig({ YANCE_WORKERS: 'on', ...process.env });
  const app = await createApp(AppModule.with(config), config);
  app.useLogger(app.get(NestLog));
  await refuseDemoAccounts(config, app.get(Database));
  app.enableShutdownHooks(['SIGINT', 'SIGTERM']);
  await app.listen(config.port, config.host);
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
