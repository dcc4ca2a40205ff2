import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { WechatPayConfig } from '../../config/index.js';
import { PaySecrets, readCredentials } from './pay-secrets.js';

const folder = mkdtempSync(path.join(tmpdir(), 'yance-pay-'));
afterAll(() => rmSync(folder, { recursive: true }));

function aKey(bits = 2048) {
  return generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
const [merchant, wechat, next] = [aKey(), aKey(), aKey()];
const FIRST = 'PUB_KEY_ID_0112345678901234567890';
const SECOND = 'PUB_KEY_ID_0212345678901234567890';

function aConfig(change: Partial<WechatPayConfig> = {}): WechatPayConfig {
  return {
    origin: 'http://127.0.0.1:1',
    merchantId: '1900000001',
    notifyOrigin: 'http://127.0.0.1:1',
    merchantSerial: { name: 'SERIAL', text: '5157f09efdc096de15ebe81a47057a7232f1b8e1' },
    privateKey: { name: 'KEY', text: merchant.privateKey },
    apiV3Key: { name: 'V3', text: 'a'.repeat(32) },
    publicKeys: { name: 'KEYS', text: `${FIRST}\n${wechat.publicKey}` },
    ...change,
  };
}

describe('the keys of WeChat Pay', () => {
  it('are read with several public keys, the first to be asked for', () => {
    const text = `${FIRST}:\n${wechat.publicKey}\n${SECOND}=${next.publicKey}`;
    const { publicKeys, merchantSerial } = readCredentials(
      aConfig({ publicKeys: { name: 'KEYS', text } }),
    );
    expect([...publicKeys.keys()]).toEqual([FIRST, SECOND]);
    expect(merchantSerial).toBe('5157F09EFDC096DE15EBE81A47057A7232F1B8E1');
  });

  it('may stand on one line, as in an environment file', () => {
    const text = `${FIRST} ${wechat.publicKey}`.replaceAll('\n', '\\n');
    const { publicKeys } = readCredentials(aConfig({ publicKeys: { name: 'KEYS', text } }));
    expect(publicKeys.size).toBe(1);
  });

  it.each([
    ['SERIAL', { merchantSerial: { name: 'SERIAL', text: 'no serial' } }],
    ['KEY', { privateKey: { name: 'KEY', text: 'no key' } }],
    ['KEY', { privateKey: { name: 'KEY', text: aKey(1024).privateKey } }],
    ['V3', { apiV3Key: { name: 'V3', text: 'short' } }],
    ['KEYS', { publicKeys: { name: 'KEYS', text: wechat.publicKey } }],
    ['KEYS', { publicKeys: { name: 'KEYS', file: '/nowhere/at/all' } }],
  ])('that are wrong name the variable and not its value: %s', (name, change) => {
    expect(() => readCredentials(aConfig(change))).toThrow(new RegExp(`^${name}: `));
  });

  it('are read again when their file changes, and kept when the file is broken', () => {
    const file = path.join(folder, 'public_keys');
    writeFileSync(file, `${FIRST}\n${wechat.publicKey}`);
    const faults: unknown[] = [];
    const secrets = new PaySecrets(aConfig({ publicKeys: { name: 'KEYS', file } }), (error) =>
      faults.push(error),
    );
    const before = secrets.current();
    expect(secrets.look()).toBe(before);

    writeFileSync(file, `${SECOND}\n${next.publicKey}\n${FIRST}\n${wechat.publicKey}`);
    expect([...secrets.look().publicKeys.keys()]).toEqual([SECOND, FIRST]);

    writeFileSync(file, 'half writ');
    expect([...secrets.look().publicKeys.keys()]).toEqual([SECOND, FIRST]);
    expect(faults).toHaveLength(1);
  });
});
