/**
 * The environment of the API and the sandbox. What the user set wins over what the demo needs.
 * @param {{ env: NodeJS.ProcessEnv, port: number, sandboxPort: number, dataFolder: string,
 *   database: import('./database/accounts.mjs').Urls, secrets: import('./data-folder.mjs').Secrets,
 *   merchant?: import('./sandbox-merchant.mjs').Merchant }} context  merchant: the sandbox's, where there is one
 * @returns {NodeJS.ProcessEnv}
 */
export function serviceEnvironment({
  env,
  port,
  sandboxPort,
  dataFolder,
  database,
  secrets,
  merchant,
}) {
  const kind = env.YANCE_ENV || 'demo';
  const given = Object.fromEntries(
    Object.entries(env).filter(
      ([name, value]) => value !== '' && !MIGRATION_ACCOUNT.includes(name),
    ),
  );
  return {
    NODE_ENV: 'production',
    YANCE_WORKERS: 'on',
    YANCE_KEYS: secrets.keys,
    YANCE_BLIND_INDEX_KEY: secrets.blindIndexKey,
    YANCE_SEAL_KEY: secrets.sealKey,
    YANCE_PUBLIC_ORIGIN: `http://127.0.0.1:${port}`,
    ...(kind === 'production' ? {} : sandboxDefaults(sandboxPort, secrets)),
    ...(merchant ? merchantSettings(merchant) : {}),
    ...given,
    YANCE_ENV: kind,
    YANCE_DATA: dataFolder,
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATABASE_URL: database.appUrl,
  };
}

/**
 * The environment of the commands that change the database's structure and rights. Only they are told its all-powerful
 * account: a service that knew it could do whatever its own account may not.
 * @param {NodeJS.ProcessEnv} services @param {import('./database/accounts.mjs').Urls} database
 * @returns {NodeJS.ProcessEnv}
 */
export function commandEnvironment(services, database) {
  return { ...services, DATABASE_MIGRATION_URL: database.migrationUrl };
}

const MIGRATION_ACCOUNT = ['DATABASE_MIGRATION_URL', 'DATABASE_MIGRATION_URL_FILE'];

/** WeChat and SMS by the sandbox; a real salon names its own. @type {(port: number, secrets: import('./data-folder.mjs').Secrets) => NodeJS.ProcessEnv} */
function sandboxDefaults(sandboxPort, secrets) {
  const sandbox = `http://127.0.0.1:${sandboxPort}`;
  return {
    YANCE_DEMO_PASSWORD: 'yance-demo',
    WECHAT_API_ORIGIN: sandbox,
    WECHAT_PAY_ORIGIN: sandbox,
    WECHAT_APPID: 'wxdec0de0000000001',
    WECHAT_SECRET: secrets.wechatSecret,
    WECHAT_TEMPLATE_APPOINTMENT_CONFIRMED: 'sandbox-appointment-confirmed',
    WECHAT_TEMPLATE_APPOINTMENT_CHANGED: 'sandbox-appointment-changed',
    WECHAT_TEMPLATE_APPOINTMENT_CANCELLED: 'sandbox-appointment-cancelled',
    WECHAT_TEMPLATE_BALANCE_CHANGED: 'sandbox-balance-changed',
    WECHAT_TEMPLATE_SESSION_USED: 'sandbox-session-used',
    WECHAT_TEMPLATE_COUPON_EXPIRING: 'sandbox-coupon-expiring',
    WECHAT_TEMPLATE_APPOINTMENT_REMINDER: 'sandbox-appointment-reminder',
    WECHAT_TEMPLATE_APPOINTMENT_SOON: 'sandbox-appointment-soon',
    SMS_PROVIDER: 'sandbox',
    SMS_ORIGIN: sandbox,
  };
}

/** WeChat Pay by the sandbox. @type {(merchant: import('./sandbox-merchant.mjs').Merchant) => NodeJS.ProcessEnv} */
function merchantSettings(merchant) {
  return {
    WECHAT_MCHID: merchant.mchid,
    WECHAT_PAY_MERCHANT_SERIAL: merchant.merchantSerial,
    WECHAT_PAY_PRIVATE_KEY: merchant.merchantPrivateKey,
    WECHAT_PAY_API_V3_KEY: merchant.apiV3Key,
    WECHAT_PAY_PUBLIC_KEYS: `${merchant.publicKeyId}\n${merchant.publicKeyPem}`,
  };
}
