import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { AppModule } from '../app.module.js';
import { readConfig } from '../platform/config/index.js';
import { createApp, openApiDocument } from '../platform/http/index.js';

/** Any well-formed values do: the document comes from the code, and nothing is connected to. */
const PLACEHOLDERS = {
  YANCE_ENV: 'test',
  DATABASE_URL: 'mysql://nobody@127.0.0.1:1/none',
  WECHAT_APPID: 'none',
  WECHAT_SECRET: 'none',
  WECHAT_TEMPLATE_APPOINTMENT_CONFIRMED: 'none',
  WECHAT_TEMPLATE_APPOINTMENT_CHANGED: 'none',
  WECHAT_TEMPLATE_APPOINTMENT_CANCELLED: 'none',
  YANCE_KEYS: `1:${Buffer.alloc(32).toString('base64')}`,
  YANCE_BLIND_INDEX_KEY: Buffer.alloc(32).toString('base64'),
  YANCE_SEAL_KEY: Buffer.alloc(32).toString('base64'),
  LOG_LEVEL: 'silent',
};

/** Writes the contract to the file named on the command line, without a database. */
async function writeOpenApi(): Promise<void> {
  const [, , file] = process.argv;
  if (!file) throw new Error('usage: write-openapi <file>');
  const config = readConfig(PLACEHOLDERS);
  const app = await createApp(AppModule.with(config), config, { preview: true });
  writeFileSync(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
}

await writeOpenApi().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
