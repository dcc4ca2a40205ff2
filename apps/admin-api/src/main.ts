import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { refuseDemoAccounts } from './modules/identity/index.js';
import { readConfig } from './platform/config/index.js';
import { Database } from './platform/database/index.js';
import { createApp } from './platform/http/index.js';
import { NestLog } from './platform/logging/index.js';

const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;
/** After the deadline for requests in flight, and before a supervisor loses patience. */
const LAST_MOMENT_MS = 12_000;

/** Connections to the database end only after their statements, and one that hangs would hold the process for ever. */
function exitAtTheLatest(): void {
  for (const signal of STOP_SIGNALS) {
    process.once(signal, () => setTimeout(() => process.exit(1), LAST_MOMENT_MS).unref());
  }
}

/** Starts one API process: it serves, and it works off jobs unless YANCE_WORKERS=off. */
async function main(): Promise<void> {
  const config = readConfig({ YANCE_WORKERS: 'on', ...process.env });
  const app = await createApp(AppModule.with(config), config);
  app.useLogger(app.get(NestLog));
  await refuseDemoAccounts(config, app.get(Database));
  exitAtTheLatest();
  app.enableShutdownHooks([...STOP_SIGNALS]);
  await app.listen(config.port, config.host);
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
