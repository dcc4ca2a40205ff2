import { pathToFileURL } from 'node:url';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { compare, mustSucceed } from '../lib/rounds.mjs';
import { SHARED_SALON } from '../lib/salons.mjs';
import { openTopUps } from '../lib/top-ups.mjs';

const CONCURRENCY = 32;
/** How many letters are written for a round, as a multiple of what the last one took. */
const SPARE = 2;
const FEWEST = 300;

/** @typedef {import('../lib/measure.mjs').Measured} Measured */
/** @typedef {import('../lib/letters.mjs').Merchant & Record<'merchantSerial' | 'merchantPrivateKey' | 'publicKeyPem', string>} NewMerchant */
const throughput = (/** @type {Measured} */ measured) => measured.perSecond;

/** A merchant of the sandbox's, with WeChat's side of the keys. @returns {Promise<NewMerchant>} */
async function newMerchant() {
  const sandbox = /** @type {{ newMerchant: () => NewMerchant }} */ (
    await import(pathToFileURL(inRoot('packages/wechat-sandbox/dist/index.js')).href)
  );
  return sandbox.newMerchant();
}

/** What the API has to know to be this merchant. @param {NewMerchant} merchant  @returns {Record<string, string>} */
const environmentOf = (merchant) => ({
  WECHAT_PAY_ORIGIN: 'http://127.0.0.1:1',
  WECHAT_MCHID: merchant.mchid,
  WECHAT_PAY_MERCHANT_SERIAL: merchant.merchantSerial,
  WECHAT_PAY_PRIVATE_KEY: merchant.merchantPrivateKey,
  WECHAT_PAY_API_V3_KEY: merchant.apiV3Key,
  WECHAT_PAY_PUBLIC_KEYS: `${merchant.publicKeyId}\n${merchant.publicKeyPem}`,
});

/** @type {import('../lib/bar.mjs').Bar} */
export const notifications = {
  number: 6,
  name: 'notifications',
  title: 'payment notifications through the endpoint / the same to the use case without HTTP, c=32',
  async run({ stage, rounds, ms, quick, say, salon }) {
    const url = await salon();
    const merchant = await newMerchant();
    const env = environmentOf(merchant);
    const api = await stage.api(url, { env });
    const child = stage.house(url, env);
    const stores = SHARED_SALON.stores.length;
    let [first, perMs] = [0, 0];
    const deliver = async (/** @type {number} */ concurrency, /** @type {number} */ port) => {
      const count = Math.max(FEWEST, Math.ceil(perMs * ms * SPARE));
      await openTopUps(url, { mchid: merchant.mchid, stores, first, count });
      const task = { kind: /** @type {const} */ ('letters'), merchant, concurrency, ms, first };
      const limit = first + count;
      first = limit;
      const measured = port
        ? await stage.load({ ...task, port, limit })
        : await stage.load({ ...task, limit }, child);
      perMs = Math.max(perMs, measured.perSecond / 1_000);
      return mustSucceed('deliver', measured);
    };
    const sides = (/** @type {number} */ concurrency) => ({
      ours: () => deliver(concurrency, api.port),
      baseline: () => deliver(concurrency, 0),
    });
    const comparison = await compare(rounds, sides(CONCURRENCY), throughput);
    /** @type {[number, import('../lib/rounds.mjs').Comparison][]} */
    const grown = [];
    for (const c of quick ? [1] : [1, 4, 8, 16])
      grown.push([c, await compare(1, sides(c), throughput)]);
    grown.push([CONCURRENCY, comparison]);
    await stage.end(api);
    await stage.end({ child });
    const { code, output } = await stage.command('verify-ledger.js', url);
    if (code !== 0) throw new Error(`the books are not whole: ${output}`);
    say(`  ${output.replaceAll('\n', ' ')}`);
    return {
      verdicts: [{ what: 'notifications', goal: 'at least', bar: 0.6, unit: '/s', comparison }],
      plot: {
        x: 'concurrent deliveries',
        y: 'notifications a second',
        series: [
          { label: 'endpoint', points: grown.map(([c, at]) => [c, at.ours]) },
          { label: 'use case', points: grown.map(([c, at]) => [c, at.baseline]) },
        ],
      },
      more: { verified: output },
    };
  },
};
