/**
 * The environment of the API, its commands and the sandbox. What the user set wins over what the demo needs.
 * @param {{ env: NodeJS.ProcessEnv, port: number, sandboxPort: number,
 *   database: import('./database/accounts.mjs').Urls, secrets: import('./data-folder.mjs').Secrets }} context
 * @returns {NodeJS.ProcessEnv}
 */
export function serviceEnvironment({ env, port, sandboxPort, database, secrets }) {
  const kind = env.YANCE_ENV || 'demo';
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  return {
    NODE_ENV: 'production',
    YANCE_WORKERS: 'on',
    YANCE_KEYS: secrets.keys,
    YANCE_BLIND_INDEX_KEY: secrets.blindIndexKey,
    YANCE_PUBLIC_ORIGIN: `http://127.0.0.1:${port}`,
    ...(kind === 'production' ? {} : sandboxDefaults(sandboxPort, secrets)),
    ...given,
    YANCE_ENV: kind,
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATABASE_URL: database.appUrl,
    DATABASE_MIGRATION_URL: database.migrationUrl,
  };
}

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
    SMS_PROVIDER: 'sandbox',
    SMS_ORIGIN: sandbox,
  };
}
