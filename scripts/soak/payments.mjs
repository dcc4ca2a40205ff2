import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../lib/build.mjs';
import { Processes } from '../lib/processes.mjs';
import { CrashingHouse } from './crashing-house.mjs';

/**
 * Top-ups through the real endpoints while API and database are killed again and again: every order is credited once,
 * nothing that was acknowledged is lost, the books are sound. `npm run soak -- payments`; ends with 1 when it is not so.
 */

const PRICE_FEN = 100;
const OWNER = { username: 'soakowner', password: `scissors & ${randomUUID()}` };
const SETTLE_MS = 10 * 60_000;
/** WeChat repeats after 15 s, 15 s, 30 s …; here after fiftieths of them. */
const RETRY_PACE = 50;

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    'top-ups': { type: 'string', default: '4000' },
    duplicates: { type: 'string', default: '8000' },
    senders: { type: 'string', default: '200' },
    'api-kills': { type: 'string', default: '20' },
    'database-kills': { type: 'string', default: '10' },
  },
});
const plan = {
  topUps: Number(values['top-ups']),
  duplicates: Number(values.duplicates),
  senders: Number(values.senders),
  apiKills: Number(values['api-kills']),
  databaseKills: Number(values['database-kills']),
};

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

/**
 * Calls until nothing is in the way: what a phone does, with the same key.
 * @template T  @param {() => Promise<T>} attempt throws where it did not get through  @returns {Promise<T>}
 * @throws Refused at once; Error with the last reason once nobody would wait any longer
 */
async function insist(attempt) {
  const deadline = Date.now() + SETTLE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (reason) {
      if (reason instanceof Refused) throw reason;
      if (Date.now() > deadline) throw new Error('never answered', { cause: reason });
      const asked = reason instanceof Passing ? reason.waitSeconds * 1000 : 0;
      await pause(asked + 50 + Math.random() * (asked + 100));
    }
  }
}

/** An answer that the same call would get again. */
class Refused extends Error {}

/** One that the same call may not get again, after so many seconds. */
class Passing extends Error {
  /** @param {string} told  @param {number} waitSeconds */
  constructor(told, waitSeconds) {
    super(told);
    this.waitSeconds = waitSeconds;
  }
}

/** What passes: too much at once, still at work, the process is going or coming. @param {number} status */
const isPassing = (status) => status === 409 || status === 429 || status >= 500;

/** @param {import('./crashing-house.mjs').Answer} answer */
function made({ status, body, waitSeconds }) {
  if (status === 201) return body;
  const told = `${status} ${JSON.stringify(body)}`;
  throw isPassing(status) ? new Passing(told, waitSeconds) : new Refused(told);
}

/** Runs `work` for each item, so many at once. @template T @param {readonly T[]} items  @param {(item: T) => Promise<void>} work */
async function many(items, work) {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: plan.senders }, worker));
}

/** An owner and a store. @param {CrashingHouse} house */
async function settle(house) {
  const store = [
    '--brand',
    '颜册',
    '--store',
    '颜册静安店',
    '--address',
    '上海市静安区南京西路 1 号',
  ];
  const place = ['--phone', '021-60000000', '--location', '31.23,121.47'];
  const owner = ['--username', OWNER.username, '--name', '店主'];
  await house.command(
    'dist/commands/create-owner.js',
    [...owner, ...store, ...place],
    OWNER.password,
  );
}

/** A plan on sale, made by the owner. @param {CrashingHouse} house  @returns {Promise<string>} */
async function aPlan(house) {
  const body = OWNER;
  const { body: session } = await house.call('/staff/session', { body });
  const storeIds = session.staff.stores.map((store) => store.id);
  const answer = await house.call('/staff/stored-value-plans', {
    token: session.token,
    key: randomUUID(),
    body: {
      ...{ name: '充1送0.2', priceFen: PRICE_FEN, bonusFen: 20, spendOrder: 'bonus_first' },
      ...{ validEverywhere: true, onPhone: true, refundTerms: '余额随时可退。', sort: 1 },
      ...{ ownReasonBasis: 'list_price', state: 'on_sale', storeIds },
    },
  });
  return made(answer).id;
}

/** @param {CrashingHouse} house  @returns {Promise<string>} token */
function aClient(house) {
  const openid = `o${randomUUID().replaceAll('-', '')}`;
  return insist(async () => {
    const { code } = await house.control('login-code', { openid });
    return made(await house.call('/client/session', { body: { code } })).token;
  });
}

/** What a finger drew: without it a top-up is not paid for. */
const SIGNATURE = {
  width: 300,
  height: 150,
  strokes: [
    [10, 20, 30, 40, 50, 60, 70, 50, 90, 40, 110, 60],
    [40, 90, 60, 100, 80, 110, 100, 100, 120, 90, 140, 80],
  ],
};

/** Opens, pays. @param {CrashingHouse} house  @param {string} planId  @param {string} token  @returns {Promise<string>} order number */
async function topUp(house, planId, token) {
  const key = randomUUID();
  const started = await insist(async () => {
    const body = { planId, signature: SIGNATURE };
    return made(await house.call('/client/top-ups', { token, key, body }));
  });
  const prepayId = started.pay.package.replace('prepay_id=', '');
  await insist(() => house.control('cashier', { prepayId, outcome: 'success' }));
  return started.orderNo;
}

/** Kills both again and again while `work` goes on, evenly over its progress. @param {CrashingHouse} house  @param {() => number} progress */
async function killsAlong(house, progress) {
  const kills = [
    ...Array.from({ length: plan.apiKills }, (_, index) => ({
      at: (index + 0.5) / plan.apiKills,
      crash: () => house.crashApi(),
    })),
    ...Array.from({ length: plan.databaseKills }, (_, index) => ({
      at: (index + 0.75) / plan.databaseKills,
      crash: () => house.crashDatabase(),
    })),
  ].sort((a, b) => a.at - b.at);
  for (const [index, { at, crash }] of kills.entries()) {
    while (progress() < at) await pause(20);
    await crash();
    say(`killed ${index + 1} of ${kills.length} at ${Math.round(at * 100)} %`);
  }
}

/** @param {CrashingHouse} house */
async function soak(house) {
  const planId = await aPlan(house);
  await house.control('pay', { retryPace: RETRY_PACE });
  const clients = await Promise.all(Array.from({ length: plan.senders }, () => aClient(house)));
  const all = plan.topUps + plan.duplicates;
  let done = 0;
  const killing = killsAlong(house, () => done / all);
  /** @type {string[]} */
  const orders = [];
  const wishes = Array.from({ length: plan.topUps }, (_, index) => clients[index % clients.length]);
  await many(wishes, async (token) => {
    orders.push(await topUp(house, planId, String(token)));
    done += 1;
  });
  say(`${orders.length} top-ups paid`);
  /** @type {string[]} */
  const ids = [];
  await many(orders, async (orderNo) => {
    const { items } = await insist(() => house.control(`notifications?outTradeNo=${orderNo}`));
    ids.push(...items.map((one) => one.id));
  });
  const duplicates = Array.from({ length: plan.duplicates }, (_, index) => ids[index % ids.length]);
  duplicates.sort(() => Math.random() - 0.5);
  await many(duplicates, async (id) => {
    await insist(() => house.control(`notifications/${id}/again`, {}));
    done += 1;
  });
  await killing;
  return orders;
}

/** What is wrong in the end; nothing if all is well. @param {CrashingHouse} house  @param {readonly string[]} orders */
async function findings(house, orders) {
  const open = () => house.rows(`SELECT order_no FROM payment_order WHERE state <> 'paid'`);
  const deadline = Date.now() + SETTLE_MS;
  while ((await open()).length > 0 && Date.now() < deadline) await pause(500);
  const problems = [];
  const unpaid = await open();
  if (unpaid.length > 0) problems.push(`${unpaid.length} orders are not credited`);
  const [{ sum }] = await house.rows(
    `SELECT COALESCE(SUM(p.amount), 0) AS sum FROM ledger_posting p
     JOIN ledger_account a ON a.id = p.credit_account_id
     JOIN lot l ON l.id = p.credit_lot_id JOIN payment_order o ON o.order_no = l.payment_id
     WHERE a.code = 'SV_PRINCIPAL'`,
  );
  const expected = orders.length * PRICE_FEN;
  if (Number(sum) !== expected) problems.push(`${sum} fen are credited instead of ${expected}`);
  const doubled = await house.rows(
    `SELECT order_no FROM payment_order_change WHERE what = 'paid' GROUP BY order_no HAVING COUNT(*) > 1`,
  );
  if (doubled.length > 0) problems.push(`${doubled.length} orders are credited twice`);
  const lost = await lostAcknowledgements(house);
  if (lost.length > 0) problems.push(`${lost.length} acknowledged notifications are lost`);
  await house.command('dist/commands/verify-ledger.js').catch(() => {
    problems.push('verify found a bad row');
  });
  return problems;
}

/** Events that WeChat was told "taken" for and that no inbox knows. @param {CrashingHouse} house */
async function lostAcknowledgements(house) {
  const kept = new Set(
    (await house.rows('SELECT id FROM payment_notification')).map(({ id }) => id),
  );
  const { items } = await house.control('notifications?state=delivered');
  return items.filter((one) => !kept.has(one.id));
}

const processes = new Processes();
await ensureBuilt(processes, ['wechat-sandbox', 'admin-api'], say);
const house = await CrashingHouse.open();
const began = Date.now();
try {
  await settle(house);
  await house.startApi();
  const orders = await soak(house);
  const problems = await findings(house, orders);
  const seconds = Math.round((Date.now() - began) / 1000);
  say(
    `payments: ${orders.length} top-ups, ${plan.duplicates} duplicates from ${plan.senders} senders, ` +
      `${plan.apiKills} kills of the API, ${plan.databaseKills} of the database, ${seconds} s: ` +
      (problems.length === 0
        ? 'every order credited once, nothing lost, verify green'
        : problems.join('; ')),
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await house.close();
}
