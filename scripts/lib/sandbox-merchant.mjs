import { inRoot } from './paths.mjs';

/**
 * @typedef {object} Merchant  what the sandbox's WeChat Pay and its merchant have agreed on
 * @property {string} mchid
 * @property {string} merchantSerial
 * @property {string} merchantPrivateKey  PEM
 * @property {string} apiV3Key
 * @property {string} publicKeyId
 * @property {string} publicKeyPem
 */

/**
 * The merchant of the sandbox that lives in a data folder, as the built sandbox tells it; made at the first call.
 * @param {import('./processes.mjs').Processes} processes  @param {string} dataFolder  @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Merchant>}
 */
export async function sandboxMerchant(processes, dataFolder, env) {
  const { output } = await processes.mustRun(
    '微信沙箱的商户密钥准备失败。',
    process.execPath,
    ['dist/commands/merchant.js'],
    { cwd: inRoot('packages/wechat-sandbox'), env: { ...env, YANCE_DATA: dataFolder } },
  );
  // Node may have something to say on the other stream.
  return JSON.parse(output.split('\n').find((line) => line.startsWith('{')) ?? '');
}
