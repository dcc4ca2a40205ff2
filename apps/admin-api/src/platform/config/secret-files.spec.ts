import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TEST_ENVIRONMENT } from '../testing/a-config.js';
import { readConfig, readMigrationUrl } from './config.js';
import { SECRETS_FROM_FILES } from './secret-files.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yance-secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function secret(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content, { mode: 0o600 });
  return file;
}

/** The test environment with every secret moved into a file. */
function inFiles(): Record<string, string> {
  const values: Record<string, string> = {
    ...TEST_ENVIRONMENT,
    DATABASE_MIGRATION_URL: 'mysql://m:m@127.0.0.1:1/none',
    YANCE_METRICS_TOKEN: 'token-for-scraping',
  };
  for (const name of SECRETS_FROM_FILES) {
    values[`${name}_FILE`] = secret(name, `${values[name] ?? 'given'}\n`);
    delete values[name];
  }
  return values;
}

describe('a secret in a file', () => {
  it('counts like one in the environment, without the line end of the file', () => {
    const config = readConfig(inFiles());
    const plain = readConfig(TEST_ENVIRONMENT);
    expect(config.databaseUrl).toBe(plain.databaseUrl);
    expect(config.migrationUrl).toBe('mysql://m:m@127.0.0.1:1/none');
    expect(config.wechat.secret).toBe(plain.wechat.secret);
    expect(config.keyEncryptionKeys).toEqual(plain.keyEncryptionKeys);
    expect(config.blindIndexKey).toEqual(plain.blindIndexKey);
    expect(config.sealKeys).toEqual(plain.sealKeys);
    expect(config.metricsToken).toBe('token-for-scraping');
  });

  it('is refused when it is given twice, whatever the values', () => {
    const twice = { ...inFiles(), WECHAT_SECRET: 'another' };
    expect(() => readConfig(twice)).toThrow(/WECHAT_SECRET: is given twice/);
  });

  it('is refused by the name of its variable when the file is missing or empty', () => {
    const missing = { ...inFiles(), YANCE_KEYS_FILE: join(folder, 'none') };
    expect(() => readConfig(missing)).toThrow(/YANCE_KEYS_FILE: .*ENOENT/);
    const empty = { ...inFiles(), YANCE_BLIND_INDEX_KEY_FILE: secret('empty', ' \n') };
    expect(() => readConfig(empty)).toThrow(/YANCE_BLIND_INDEX_KEY_FILE: names an empty file/);
  });

  it('never shows in what a bad one is answered with', () => {
    const bad = { ...inFiles(), DATABASE_URL_FILE: secret('bad', 'amqp://u:hunter2@h/d') };
    expect(() => readConfig(bad)).toThrow(/^(?!.*hunter2)[^]*DATABASE_URL/);
  });

  it('is a file for what is secret only', () => {
    const port = { ...TEST_ENVIRONMENT, PORT_FILE: secret('port', '4000') };
    expect(readConfig(port).port).toBe(3000);
  });
});

describe('the address for changing tables', () => {
  it('is the one for migrations, or else the one of the API', () => {
    expect(readMigrationUrl(inFiles())).toBe('mysql://m:m@127.0.0.1:1/none');
    expect(readMigrationUrl({ DATABASE_URL: 'mysql://u@h:1/d' })).toBe('mysql://u@h:1/d');
    expect(() => readMigrationUrl({})).toThrow(/DATABASE_URL: is missing/);
  });
});
