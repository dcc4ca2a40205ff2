import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inRoot, mysqlDriver } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { startThrowawayDatabase } from '../lib/testing/throwaway-database.mjs';

const API = inRoot('apps/admin-api');
const SANDBOX = inRoot('packages/wechat-sandbox');
const LOOK_EVERY_MS = 50;
const READY_MS = 120_000;

/**
 * @typedef {import('node:child_process').ChildProcess} ChildProcess
 * @typedef {{ status: number, body: Told, waitSeconds: number }} Answer  waitSeconds: what the house asks for
 * @typedef {{
 *   id: string, token: string, code: string, orderNo: string, pay: { package: string },
 *   staff: { stores: { id: string }[] }, items: { id: string }[],
 * }} Told  what the routes that are used here answer, each some of it
 * @typedef {{
 *   mchid: string, merchantSerial: string, merchantPrivateKey: string, apiV3Key: string,
 *   publicKeyId: string, publicKeyPem: string,
 * }} Merchant
 * @typedef {{ method?: string, body?: unknown, token?: string, key?: string }} Call
 */

/** A salon as it runs, on a durable database of its own, whose API and database can be killed and come back. */
export class CrashingHouse {
  /** @type {ChildProcess | undefined} */
  #api;
  /** @type {ChildProcess | undefined} */
  #sandbox;

  /**
   * @param {import('../lib/testing/throwaway-database.mjs').ThrowawayDatabase} database  @param {string} folder
   * @param {Record<string, string>} env
   */
  constructor(database, folder, env) {
    this.database = database;
    this.folder = folder;
    this.env = env;
    this.origin = `http://127.0.0.1:${env.PORT}`;
    this.sandboxOrigin = `http://127.0.0.1:${env.SANDBOX_PORT}`;
  }

  /** Starts one with the tables and the simulated WeChat, and its API. */
  static async open() {
    const database = await startThrowawayDatabase({ durable: true });
    const admin = await mysqlDriver().createConnection(database.adminUrl);
    await admin.query('CREATE DATABASE yance CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci');
    await admin.end();
    const folder = mkdtempSync(path.join(os.tmpdir(), 'yance-soak-'));
    const [port, sandboxPort] = [await freePort(), await freePort()];
    const url = new URL('yance', database.adminUrl).href;
    const house = new CrashingHouse(database, folder, environment(url, port, sandboxPort, folder));
    house.#sandbox = house.#spawn('sandbox', SANDBOX, 'dist/main.js');
    await house.#untilOk(`${house.sandboxOrigin}/health/ready`);
    const merchant = await merchantOf(house.sandboxOrigin);
    Object.assign(house.env, paySettings(merchant, house.sandboxOrigin));
    await house.command('dist/commands/migrate.js');
    return house;
  }

  /** Runs a command of the API to its end. @param {string} entry  @param {readonly string[]} [args]  @param {string} [input] */
  async command(entry, args = [], input = '') {
    const child = this.#spawn(path.basename(entry, '.js'), API, entry, args);
    child.stdin.end(input);
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`${entry} ended with ${code}, see ${this.folder}`);
  }

  async startApi() {
    this.#api = this.#spawn('api', API, 'dist/main.js');
    await this.untilReady();
  }

  untilReady() {
    return this.#untilOk(`${this.origin}/health/ready`);
  }

  /** kill -9 of the API, and up again. */
  async crashApi() {
    const child = this.#api;
    child?.kill('SIGKILL');
    if (child?.exitCode === null && child.signalCode === null) await once(child, 'close');
    await this.startApi();
  }

  /** kill -9 of the database, and up again; the API lives through it. */
  async crashDatabase() {
    await this.database.kill();
    await this.database.start();
    await this.untilReady();
  }

  /** @param {string} below  @param {Call} [call]  @returns {Promise<Answer>} */
  call(below, { method, body, token, key } = {}) {
    return send(`${this.origin}/api${below}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  /** The simulated WeChat's control side. @param {string} below  @param {object} [body]  @returns {Promise<Told>} */
  async control(below, body) {
    const answer = await send(`${this.sandboxOrigin}/_sandbox/${below}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (answer.status > 299) throw new Error(`${below}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** @param {string} sql  @returns {Promise<Record<string, string | number>[]>} */
  async rows(sql) {
    const connection = await mysqlDriver().createConnection(this.env.DATABASE_URL);
    const [rows] = await connection.query(sql);
    await connection.end();
    return /** @type {Record<string, string | number>[]} */ (rows);
  }

  async close() {
    for (const child of [this.#api, this.#sandbox]) {
      if (!child || child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    await this.database.discard();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @param {string} name  @param {string} folder  @param {string} entry  @param {readonly string[]} [args] */
  #spawn(name, folder, entry, args = []) {
    const log = createWriteStream(path.join(this.folder, `${name}.log`), { flags: 'a' });
    const child = spawn(process.execPath, [entry, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...this.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    return child;
  }

  /** @param {string} url */
  async #untilOk(url) {
    const deadline = Date.now() + READY_MS;
    while (Date.now() < deadline) {
      const answer = await fetch(url).catch(() => undefined);
      await answer?.arrayBuffer().catch(() => undefined);
      if (answer?.ok) return;
      await pause(LOOK_EVERY_MS);
    }
    throw new Error(`${url} does not answer, see ${this.folder}`);
  }
}

/** @param {string} url  @param {RequestInit} init  @returns {Promise<Answer>} */
async function send(url, init) {
  const response = await fetch(url, init);
  const text = await response.text();
  const waitSeconds = Number(response.headers.get('retry-after') ?? 0);
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text), waitSeconds };
}

/** @param {string} url  @param {number} port  @param {number} sandboxPort  @param {string} folder */
function environment(url, port, sandboxPort, folder) {
  const sandbox = `http://127.0.0.1:${sandboxPort}`;
  return {
    ...{ NODE_ENV: 'production', YANCE_ENV: 'demo' },
    ...{ PORT: String(port), SANDBOX_PORT: String(sandboxPort), LOG_LEVEL: 'warn' },
    ...{ DATABASE_URL: url, DATABASE_MIGRATION_URL: url, YANCE_WORKERS: 'on' },
    ...{ YANCE_DATA: folder, YANCE_SEAL_DIR: path.join(folder, 'seals') },
    ...{ YANCE_CONSOLE_DIR: '/nowhere', YANCE_PREVIEW_DIR: '/nowhere' },
    ...{ WECHAT_API_ORIGIN: sandbox, SMS_PROVIDER: 'sandbox', SMS_ORIGIN: sandbox },
    ...{ WECHAT_APPID: 'wx0000000000000000', WECHAT_SECRET: '0123456789abcdef0123456789abcdef' },
    WECHAT_TEMPLATE_APPOINTMENT_CONFIRMED: 'confirmed',
    WECHAT_TEMPLATE_APPOINTMENT_CHANGED: 'changed',
    WECHAT_TEMPLATE_APPOINTMENT_CANCELLED: 'cancelled',
    WECHAT_TEMPLATE_BALANCE_CHANGED: 'balance',
    WECHAT_TEMPLATE_SESSION_USED: 'session',
    YANCE_KEYS: `1:${Buffer.alloc(32, 1).toString('base64')}`,
    YANCE_BLIND_INDEX_KEY: Buffer.alloc(32, 9).toString('base64'),
    YANCE_SEAL_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
}

/** Whom the simulated WeChat Pay knows us as. @param {string} origin  @returns {Promise<Merchant>} */
async function merchantOf(origin) {
  const response = await fetch(`${origin}/_sandbox/merchant`);
  if (!response.ok) throw new Error(`merchant: ${response.status}`);
  return /** @type {Merchant} */ (await response.json());
}

/** @param {Merchant} merchant  @param {string} origin */
function paySettings(merchant, origin) {
  return {
    WECHAT_PAY_ORIGIN: origin,
    WECHAT_MCHID: merchant.mchid,
    WECHAT_PAY_MERCHANT_SERIAL: merchant.merchantSerial,
    WECHAT_PAY_PRIVATE_KEY: merchant.merchantPrivateKey,
    WECHAT_PAY_API_V3_KEY: merchant.apiV3Key,
    WECHAT_PAY_PUBLIC_KEYS: `${merchant.publicKeyId}\n${merchant.publicKeyPem}`,
  };
}
