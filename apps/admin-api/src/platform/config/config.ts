import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentReader } from './read-environment.js';
import { readSms, type SmsConfig } from './sms.js';
import { readWechatPay, type WechatPayConfig } from './wechat-pay.js';

const APP_FOLDER = packageOf(dirname(fileURLToPath(import.meta.url)));
const DATABASE_PROTOCOLS = ['mysql', 'mariadb'];
const MESSAGE_TEMPLATES = ['CONFIRMED', 'CHANGED', 'CANCELLED'] as const;

export type DeploymentKind = 'development' | 'demo' | 'test' | 'production';

/** A key-encryption key: wraps the data keys of clients. The newest version encrypts, older ones still decrypt. */
export interface KeyEncryptionKey {
  readonly version: number;
  readonly bytes: Buffer;
}

/** Subscribe-message templates of this mini-program, by what they tell. */
export interface MessageTemplateIds {
  readonly confirmed: string;
  readonly changed: string;
  readonly cancelled: string;
  /** Undefined where the salon has no such template: clients are neither asked nor told. */
  readonly balance: string | undefined;
  /** As balance: that a session of a card was used. */
  readonly session: string | undefined;
  /** As balance: that a coupon waits to be used. */
  readonly coupon: string | undefined;
  /** As balance: that a visit is tomorrow. */
  readonly reminder: string | undefined;
  /** As balance: that a visit is near. One consent is one message, so it has a template of its own. */
  readonly soon: string | undefined;
}

/** Everything that differs between two installations, validated once at start. Also the DI token. */
export abstract class Config {
  abstract readonly kind: DeploymentKind;
  abstract readonly port: number;
  abstract readonly host: string;
  /** Where phones and browsers reach us; decides whether cookies are Secure. */
  abstract readonly publicOrigin: string;
  abstract readonly databaseUrl: string;
  abstract readonly migrationUrl: string;
  abstract readonly databasePoolSize: number;
  abstract readonly wechat: {
    readonly apiOrigin: string;
    readonly appId: string;
    readonly secret: string;
    readonly templates: MessageTemplateIds;
  };
  /** Undefined where the salon takes no payments by WeChat. */
  abstract readonly wechatPay: WechatPayConfig | undefined;
  abstract readonly sms: SmsConfig;
  /** The simulated WeChat that the H5 preview signs in with; undefined in production. */
  abstract readonly sandboxPort: number | undefined;
  /** Newest first. */
  abstract readonly keyEncryptionKeys: readonly KeyEncryptionKey[];
  abstract readonly blindIndexKey: Buffer;
  /** Ed25519 secrets of the books' seals: the first signs, the others signed before it. */
  abstract readonly sealKeys: readonly Buffer[];
  /** Where seals are kept outside the database. */
  abstract readonly sealFolder: string;
  abstract readonly metricsToken: string | undefined;
  abstract readonly logLevel: string;
  /** Proxies in front of us whose X-Forwarded-For is believed. */
  abstract readonly trustedProxies: number;
  abstract readonly consoleFolder: string;
  abstract readonly previewFolder: string;
  /** Job workers and sweeps run only where they were asked for: the serving process, not a test or a command. */
  abstract readonly runWorkers: boolean;
  /** How long a stopping process still takes requests while it already says that it is not ready. */
  abstract readonly stopGraceMs: number;
  abstract readonly demoPassword: string;
  /** Hours of the day, by the salon's wall, between which clients are told of gifts. */
  abstract readonly tellHours: { readonly from: number; readonly until: number };
}

/** `1:BASE64,2:BASE64` in any order; newest first in the answer. */
function keyEncryptionKeys(read: EnvironmentReader): KeyEncryptionKey[] {
  const keys = read
    .text('YANCE_KEYS')
    .split(',')
    .map((part) => {
      const [version, text] = part.trim().split(':');
      const number = Number(version);
      read.require(Number.isInteger(number) && number > 0, 'YANCE_KEYS', 'needs version:key pairs');
      return { version: number, bytes: read.key('YANCE_KEYS', text, 32) };
    });
  const versions = new Set(keys.map((key) => key.version));
  read.require(versions.size === keys.length, 'YANCE_KEYS', 'names a version twice');
  return keys.sort((a, b) => b.version - a.version);
}

/** `BASE64,BASE64`: the key that signs, then those that signed before it. */
function sealKeys(read: EnvironmentReader): Buffer[] {
  return read
    .text('YANCE_SEAL_KEY')
    .split(',')
    .map((text) => read.key('YANCE_SEAL_KEY', text.trim(), 32));
}

/** Beside the rest of the data unless it is said where: best on a disk that the database's server cannot write. */
function sealFolder(read: EnvironmentReader): string {
  const data = read.text('YANCE_DATA', resolve(APP_FOLDER, '../../.data'));
  return resolve(read.text('YANCE_SEAL_DIR', resolve(data, 'seals')));
}

function wechat(read: EnvironmentReader): Config['wechat'] {
  const [confirmed, changed, cancelled] = MESSAGE_TEMPLATES.map((name) =>
    read.text(`WECHAT_TEMPLATE_APPOINTMENT_${name}`),
  ) as [string, string, string];
  return {
    apiOrigin: read.url('WECHAT_API_ORIGIN', ['http', 'https'], 'https://api.weixin.qq.com'),
    appId: read.text('WECHAT_APPID'),
    secret: read.text('WECHAT_SECRET'),
    templates: {
      ...{ confirmed, changed, cancelled },
      balance: read.optional('WECHAT_TEMPLATE_BALANCE_CHANGED'),
      session: read.optional('WECHAT_TEMPLATE_SESSION_USED'),
      coupon: read.optional('WECHAT_TEMPLATE_COUPON_EXPIRING'),
      reminder: read.optional('WECHAT_TEMPLATE_APPOINTMENT_REMINDER'),
      soon: read.optional('WECHAT_TEMPLATE_APPOINTMENT_SOON'),
    },
  };
}

/** Nobody is woken by a gift. */
function tellHours(read: EnvironmentReader): Config['tellHours'] {
  const from = read.integer('YANCE_TELL_FROM_HOUR', 9, { min: 0, max: 23 });
  const until = read.integer('YANCE_TELL_UNTIL_HOUR', 21, { min: 1, max: 24 });
  read.require(from < until, 'YANCE_TELL_UNTIL_HOUR', 'has to be later than YANCE_TELL_FROM_HOUR');
  return { from, until };
}

/** Rules that keep the simulated WeChat and the demo's password out of a real salon. */
function refuseDemoPartsInProduction(read: EnvironmentReader, config: Config): void {
  if (config.kind !== 'production') return;
  const origin = config.wechat.apiOrigin;
  read.require(origin.startsWith('https://'), 'WECHAT_API_ORIGIN', 'must be https in production');
  read.require(!/localhost|127\.0\.0\.1/.test(origin), 'WECHAT_API_ORIGIN', 'is the sandbox');
  const secure = config.publicOrigin.startsWith('https://');
  read.require(secure, 'YANCE_PUBLIC_ORIGIN', 'must be https in production');
}

/**
 * Reads and checks the environment.
 * @throws Error that names each bad variable
 */
export function readConfig(source: Readonly<Record<string, string | undefined>>): Config {
  const read = new EnvironmentReader(source);
  const kinds = ['development', 'demo', 'test', 'production'] as const;
  const kind = read.oneOf('YANCE_ENV', kinds, 'development');
  const port = read.integer('PORT', 3000, { min: 0, max: 65_535 });
  const databaseUrl = read.url('DATABASE_URL', DATABASE_PROTOCOLS);
  const sandboxPort = read.integer('SANDBOX_PORT', port + 1, { min: 1, max: 65_536 });
  const publicOrigin = read.url(
    'YANCE_PUBLIC_ORIGIN',
    ['http', 'https'],
    `http://127.0.0.1:${port}`,
  );
  const config: Config = {
    kind,
    port,
    host: read.text('HOST', kind === 'production' ? '0.0.0.0' : '127.0.0.1'),
    publicOrigin,
    databaseUrl,
    migrationUrl: read.url('DATABASE_MIGRATION_URL', DATABASE_PROTOCOLS, databaseUrl),
    databasePoolSize: read.integer('DATABASE_POOL_SIZE', 16, { min: 2, max: 200 }),
    wechat: wechat(read),
    wechatPay: readWechatPay(read, publicOrigin, kind === 'production'),
    sms: readSms(read, kind === 'production'),
    sandboxPort: kind === 'production' ? undefined : sandboxPort,
    keyEncryptionKeys: keyEncryptionKeys(read),
    blindIndexKey: read.key('YANCE_BLIND_INDEX_KEY', read.text('YANCE_BLIND_INDEX_KEY'), 32),
    sealKeys: sealKeys(read),
    sealFolder: sealFolder(read),
    metricsToken: read.optional('YANCE_METRICS_TOKEN'),
    logLevel: read.oneOf(
      'LOG_LEVEL',
      ['debug', 'info', 'warn', 'error', 'silent'] as const,
      'info',
    ),
    trustedProxies: read.integer('YANCE_TRUSTED_PROXIES', 0, { min: 0, max: 5 }),
    consoleFolder: read.text('YANCE_CONSOLE_DIR', resolve(APP_FOLDER, '../admin-web/dist')),
    previewFolder: read.text('YANCE_PREVIEW_DIR', resolve(APP_FOLDER, '../miniprogram/dist/h5')),
    runWorkers: read.oneOf('YANCE_WORKERS', ['on', 'off'] as const, 'off') === 'on',
    stopGraceMs: read.integer('YANCE_STOP_GRACE_MS', 0, { min: 0, max: 60_000 }),
    demoPassword: read.text('YANCE_DEMO_PASSWORD', 'yance-demo'),
    tellHours: tellHours(read),
  };
  refuseDemoPartsInProduction(read, config);
  read.finish();
  return Object.freeze(config);
}

/**
 * Where the API works, for commands that run without the rest of the configuration.
 * @throws Error that names what is missing or bad
 */
export function readDatabaseUrl(source: Readonly<Record<string, string | undefined>>): string {
  const read = new EnvironmentReader(source);
  const url = read.url('DATABASE_URL', DATABASE_PROTOCOLS);
  read.finish();
  return url;
}

/**
 * Where migrations and grants work: DATABASE_MIGRATION_URL, or DATABASE_URL where one account does both. For commands
 * that run without the rest of the configuration.
 * @throws Error that names what is missing or bad
 */
export function readMigrationUrl(source: Readonly<Record<string, string | undefined>>): string {
  const read = new EnvironmentReader(source);
  const url =
    read.optional('DATABASE_MIGRATION_URL') === undefined
      ? read.url('DATABASE_URL', DATABASE_PROTOCOLS)
      : read.url('DATABASE_MIGRATION_URL', DATABASE_PROTOCOLS);
  read.finish();
  return url;
}

/** The folder of the package that a file below it belongs to, wherever the build put that file. */
function packageOf(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageOf(dirname(folder));
}
