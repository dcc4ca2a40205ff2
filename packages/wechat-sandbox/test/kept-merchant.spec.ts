import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { createSandbox, keptMerchant } from '../src/index.js';
import { keepMerchant } from '../src/pay/keys/kept-merchant.js';
import { APPID, SECRET } from './support/rig.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yance-merchant-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

it('is made once for a data folder and read for its owner only', () => {
  const first = keptMerchant(folder);
  expect(keptMerchant(folder)).toEqual(first);
  expect(first.mchid).toBe('1900000109');
  const { mode } = statSync(path.join(folder, 'wechat-sandbox', 'merchant.json'));
  expect(mode & 0o777).toBe(0o600);
});

it('has the number that the environment names, with the same keys', () => {
  const first = keptMerchant(folder);
  expect(keptMerchant(folder, '1230000109')).toEqual({ ...first, mchid: '1230000109' });
});

it('keeps a key that was replaced while a sandbox ran', async () => {
  const merchant = keptMerchant(folder);
  const sandbox = createSandbox({
    appid: APPID,
    secret: SECRET,
    merchant,
    keepMerchant: (changed) => keepMerchant(folder, changed),
  });
  const url = await sandbox.listen();
  const body = JSON.stringify({ what: 'apiV3Key' });
  await fetch(`${url}/_sandbox/merchant/rotate`, { method: 'POST', body });
  await sandbox.close();
  expect(sandbox.merchant.apiV3Key).not.toBe(merchant.apiV3Key);
  expect(keptMerchant(folder).apiV3Key).toBe(sandbox.merchant.apiV3Key);
});

it('is new for every sandbox that is given none', () => {
  const made = [1, 2].map(() => createSandbox({ appid: APPID, secret: SECRET }).merchant);
  expect(made[0]?.merchantSerial).not.toBe(made[1]?.merchantSerial);
});
