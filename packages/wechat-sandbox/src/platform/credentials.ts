import type { SandboxApp } from '../state/sandbox-state.js';
import { WechatError } from './errors.js';

/**
 * Checks the app's own credentials.
 * @throws WechatError 41002, 41004 (missing), 40013, 40125 (wrong)
 */
export function checkCredentials(app: SandboxApp, appid: unknown, secret: unknown): void {
  if (appid === undefined || appid === '') throw new WechatError('appidMissing');
  if (secret === undefined || secret === '') throw new WechatError('secretMissing');
  if (appid !== app.appid) throw new WechatError('invalidAppid');
  if (secret !== app.secret) throw new WechatError('invalidSecret');
}
