import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type Config } from '../config/index.js';

/** What a configuration of a test cannot do without. */
export const TEST_ENVIRONMENT = {
  YANCE_ENV: 'test',
  DATABASE_URL: 'mysql://nobody:nothing@127.0.0.1:1/none',
  WECHAT_API_ORIGIN: 'http://127.0.0.1:1',
  WECHAT_APPID: 'wx0000000000000000',
  WECHAT_SECRET: '0123456789abcdef0123456789abcdef',
  WECHAT_TEMPLATE_BALANCE_CHANGED: 'balance',
  WECHAT_TEMPLATE_APPOINTMENT_CONFIRMED: 'confirmed',
  WECHAT_TEMPLATE_APPOINTMENT_CHANGED: 'changed',
  WECHAT_TEMPLATE_APPOINTMENT_CANCELLED: 'cancelled',
  YANCE_KEYS: `1:${Buffer.alloc(32, 1).toString('base64')}`,
  YANCE_BLIND_INDEX_KEY: Buffer.alloc(32, 9).toString('base64'),
  YANCE_SEAL_KEY: Buffer.alloc(32, 7).toString('base64'),
  LOG_LEVEL: 'silent',
};

/** Where one house keeps its seals: two in one folder would each miss their own. It is made when the first is written. */
export const aSealFolder = (): string => join(tmpdir(), 'yance-test-seals', randomUUID());

/** A valid configuration of a test, with what the test cares about in its place. */
export function aConfig(environment: Readonly<Record<string, string>> = {}): Config {
  return readConfig({ ...TEST_ENVIRONMENT, YANCE_SEAL_DIR: aSealFolder(), ...environment });
}
