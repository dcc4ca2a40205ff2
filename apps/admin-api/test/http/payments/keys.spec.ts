import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { MerchantSettings } from '@yance/wechat-sandbox';
import { until } from '../../../src/platform/testing/until.js';
import { TEST_MERCHANT } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aTill, pay, stateOf, type Till } from './a-till.js';

let folder: string;
let till: Till;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yance-keys-'));
});
afterEach(() => till.close());
afterAll(() => rmSync(folder, { recursive: true }));

const NAMES = {
  WECHAT_PAY_MERCHANT_SERIAL: 'merchantSerial',
  WECHAT_PAY_PRIVATE_KEY: 'merchantPrivateKey',
  WECHAT_PAY_API_V3_KEY: 'apiV3Key',
} as const;

const file = (name: string): string => path.join(folder, name.toLowerCase());

/** Writes the merchant's secrets as an operator does, the earlier ones behind the new ones. */
function write(merchant: MerchantSettings, earlier?: MerchantSettings): void {
  for (const [name, member] of Object.entries(NAMES)) writeFileSync(file(name), merchant[member]);
  const v3 = [merchant, earlier].flatMap((one) => one?.apiV3Key ?? []);
  writeFileSync(file('WECHAT_PAY_API_V3_KEY'), [...new Set(v3)].join(','));
  const keys = [merchant, earlier].flatMap((one) => (one ? [one] : []));
  const blocks = keys.map(({ publicKeyId, publicKeyPem }) => `${publicKeyId}\n${publicKeyPem}`);
  writeFileSync(file('WECHAT_PAY_PUBLIC_KEYS'), blocks.join('\n'));
}

async function aTillWithFiles(): Promise<Till> {
  write(TEST_MERCHANT);
  const names = [...Object.keys(NAMES), 'WECHAT_PAY_PUBLIC_KEYS'];
  const inFiles = names.flatMap((name) => [
    [name, ''],
    [`${name}_FILE`, file(name)],
  ]);
  return aTill(await workerDatabaseUrl(), Object.fromEntries(inFiles) as Record<string, string>);
}
const rotate = async (what: string): Promise<MerchantSettings> =>
  (await till.api.control('merchant/rotate', { what })) as unknown as MerchantSettings;
const untilPaid = (orderNo: string): Promise<void> =>
  until('it is paid', async () => (await stateOf(till, orderNo)) === 'paid');

/** Pays an order and repeats its notification until it is taken. */
async function expectPaidAtLast(): Promise<void> {
  let orderNo = '';
  await until('an order can be opened and paid', async () => {
    const order = await till.anOrder().catch(() => undefined);
    if (!order) return false;
    ({ orderNo } = order);
    await pay(till, order);
    return true;
  });
  const { items } = await till.api.control(`notifications?outTradeNo=${orderNo}`);
  const [{ id } = { id: '' }] = items as { id: string }[];
  await until('its notification is taken', async () => {
    if ((await stateOf(till, orderNo)) === 'paid') return true;
    await till.api.control(`notifications/${id}/again`, {});
    return false;
  });
}

describe('a key that changes while we run', () => {
  it.each(['publicKey', 'merchantKey', 'apiV3Key'])('is read from its file: %s', async (what) => {
    till = await aTillWithFiles();
    await expectPaidAtLast();
    const after = await rotate(what);
    write(after, TEST_MERCHANT);
    await expectPaidAtLast();
  });
});

describe('a merchant with platform certificates', () => {
  it('without any public key is believed by the certificate that WeChat hands out', async () => {
    till = await aTill(await workerDatabaseUrl(), { WECHAT_PAY_PUBLIC_KEYS: '' });
    await till.api.control('pay', { certificates: true, certificateCallbacks: 100 });
    const order = await till.anOrder();
    await pay(till, order);
    await untilPaid(order.orderNo);
    expect(await till.told(order.orderNo)).toEqual(['paid']);
  });

  it('who is being moved to the public key is believed by both', async () => {
    till = await aTill(await workerDatabaseUrl());
    await till.api.control('pay', { certificates: true, certificateCallbacks: 50 });
    for (let index = 0; index < 4; index += 1) {
      const order = await till.anOrder();
      await pay(till, order);
      await untilPaid(order.orderNo);
    }
    const rows = await till.api.database.rows<{ kind: string }>(
      `SELECT DISTINCT key_serial LIKE 'PUB%' AS kind FROM payment_notification
       WHERE order_no IN (SELECT order_no FROM payment_order WHERE store_id = ?)`,
      [till.store.id],
    );
    expect(rows).toHaveLength(2);
  });

  it('who has none opens nothing, and says that WeChat does not answer', async () => {
    till = await aTill(await workerDatabaseUrl(), { WECHAT_PAY_PUBLIC_KEYS: '' });
    await till.api.control('pay', { certificates: false });
    await expect(till.anOrder()).rejects.toMatchObject({ code: 'WECHAT_PAY_UNAVAILABLE' });
  });
});
