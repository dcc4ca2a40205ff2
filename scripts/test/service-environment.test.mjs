import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { DataFolder, secretsOf } from '../lib/data-folder.mjs';
import { commandEnvironment, serviceEnvironment } from '../lib/service-environment.mjs';

const MERCHANT = {
  mchid: '1900000109',
  merchantSerial: '4A',
  merchantPrivateKey: 'PEM of the merchant',
  apiV3Key: 'k'.repeat(32),
  publicKeyId: 'PUB_KEY_ID_01',
  publicKeyPem: 'PEM of WeChat Pay',
};

/** @param {NodeJS.ProcessEnv} env  @param {typeof MERCHANT} [merchant] */
function environmentWith(env, merchant) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yance-environment-'));
  const data = new DataFolder(folder);
  data.open();
  const secrets = secretsOf(data);
  rmSync(folder, { recursive: true });
  const database = { appUrl: 'mysql://app', migrationUrl: 'mysql://migration' };
  return serviceEnvironment({
    ...{ env, port: 3000, sandboxPort: 3001, dataFolder: folder, database, secrets, merchant },
  });
}

test('the API is told the keys of the sandbox, the public key after its id', () => {
  const environment = environmentWith({}, MERCHANT);
  assert.equal(environment.WECHAT_PAY_ORIGIN, 'http://127.0.0.1:3001');
  assert.equal(environment.WECHAT_MCHID, MERCHANT.mchid);
  assert.equal(environment.WECHAT_PAY_PRIVATE_KEY, MERCHANT.merchantPrivateKey);
  assert.equal(environment.WECHAT_PAY_PUBLIC_KEYS, 'PUB_KEY_ID_01\nPEM of WeChat Pay');
});

test('what the user set wins, and production has no sandbox', () => {
  const own = environmentWith({ WECHAT_MCHID: '1230000109' }, MERCHANT);
  assert.equal(own.WECHAT_MCHID, '1230000109');
  const real = environmentWith({ YANCE_ENV: 'production' });
  assert.equal(real.WECHAT_MCHID, undefined);
  assert.equal(real.WECHAT_PAY_ORIGIN, undefined);
});

test('only the commands are told the account that may change the database’s structure', () => {
  const own = { DATABASE_MIGRATION_URL: 'mysql://own', DATABASE_MIGRATION_URL_FILE: '/own' };
  for (const env of [{}, own]) {
    const services = environmentWith(env);
    assert.equal(services.DATABASE_URL, 'mysql://app');
    assert.equal('DATABASE_MIGRATION_URL' in services, false);
    assert.equal('DATABASE_MIGRATION_URL_FILE' in services, false);
    const urls = { appUrl: 'mysql://app', migrationUrl: 'mysql://migration' };
    const commands = commandEnvironment(services, urls);
    assert.equal(commands.DATABASE_MIGRATION_URL, 'mysql://migration');
  }
});

test('all data is in one folder, wherever the command was given', () => {
  const environment = environmentWith({ YANCE_DATA: 'relative' });
  assert.equal(path.isAbsolute(environment.YANCE_DATA ?? ''), true);
});
