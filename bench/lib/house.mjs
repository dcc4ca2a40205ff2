// The API's own use cases without HTTP: the same application, asked in its own process.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { dateOf } from './days.mjs';
import { id } from './ids.mjs';

/**
 * What of the API is used here; its types are not for scripts.
 * @typedef {{ code: string, ownerId?: string, storeId?: string }} AccountRef
 * @typedef {object} Ledger
 * @property {(tx: unknown, entry: object) => Promise<unknown>} post
 * @property {(tx: unknown, spend: object) => Promise<unknown>} spend
 * @typedef {{ once: (key: object, work: (tx: unknown) => Promise<unknown>, again: () => Promise<unknown>) => Promise<unknown> }} LedgerWork
 * @typedef {{ execute: (headers: Record<string, string>, body: Buffer) => Promise<string> }} ReceiveNotification
 * @typedef {new (...given: never[]) => unknown} Class
 * @typedef {{ get: (token: Class, options: { strict: false }) => unknown }} Application
 */

const DIST = 'apps/admin-api/dist';

/** @param {string} file  @returns {Promise<Record<string, Class>>} */
const built = (file) => import(pathToFileURL(inRoot(DIST, file)).href);

/** A transfer to make. @typedef {{ n: number, run: string, client: string, store: string }} Transfer */

export const SPEND_FEN = 100;
const WALLET_FEN = 100_000_000;

/** The application as it serves, with nobody listening. Its configuration is this process's environment. */
async function open() {
  createRequire(inRoot('apps/admin-api/package.json'))('reflect-metadata');
  const { AppModule } =
    /** @type {{ AppModule: Class & { with: (config: unknown) => unknown } }} */ (
      /** @type {unknown} */ (await built('app.module.js'))
    );
  const config = /** @type {{ readConfig: (env: NodeJS.ProcessEnv) => { logLevel: string } }} */ (
    /** @type {unknown} */ (await built('platform/config/index.js'))
  ).readConfig(process.env);
  const http =
    /** @type {{ createApp: (module: unknown, config: unknown) => Promise<Application & { init: () => Promise<unknown>, useLogger: (log: unknown) => void }> }} */ (
      /** @type {unknown} */ (await built('platform/http/index.js'))
    );
  const { NestLog } = await built('platform/logging/index.js');
  const app = await http.createApp(AppModule.with(config), config);
  app.useLogger(app.get(NestLog, { strict: false }));
  await app.init();
  return app;
}

/** @type {Promise<House> | undefined} */
let opened;
/** One for this process. */
export const theHouse = () => (opened ??= House.open());

/** What the bars ask of the API in its own process. */
export class House {
  /** @param {{ ledger: Ledger, work: LedgerWork, receive: ReceiveNotification }} parts */
  constructor({ ledger, work, receive }) {
    this.ledger = ledger;
    this.work = work;
    this.receive = receive;
  }

  static async open() {
    const app = await open();
    const ledger = await built('modules/ledger/index.js');
    const { ReceiveNotification } = await built('modules/payments/receive-notification.js');
    const of = (/** @type {Class} */ token) => app.get(token, { strict: false });
    return new House({
      ledger: /** @type {Ledger} */ (of(ledger.Ledger)),
      work: /** @type {LedgerWork} */ (of(ledger.LedgerWork)),
      receive: /** @type {ReceiveNotification} */ (of(ReceiveNotification)),
    });
  }

  /** Fills a client's wallet, sold by the store where it will be spent. @param {Transfer} transfer */
  async fill({ client, store, run }) {
    const entry = {
      ...head('top_up', `${run}-${client}`, client, store),
      legs: [
        {
          debit: { code: 'WX_CLEARING', storeId: store },
          credit: { code: 'SV_PRINCIPAL', ownerId: client },
          ...{ amount: WALLET_FEN, lot: { new: 0 } },
        },
      ],
      newLots: [
        {
          ...{ owner: { kind: 'customer', id: client }, storeId: store, validEverywhere: true },
          ...{ principalFen: WALLET_FEN, paidOn: dateOf(new Date()) },
        },
      ],
    };
    await this.#once(entry, (tx) => this.ledger.post(tx, entry));
    return 'done';
  }

  /** Pays a store out of a client's wallet. @param {Transfer} transfer */
  async spend({ n, run, client, store }) {
    const spend = {
      ...head('spend', `${run}-${n}`, client, store),
      ...{ customerId: client, amountFen: SPEND_FEN, atStoreId: store },
      to: { code: 'REV_SERVICE', storeId: store },
    };
    await this.#once(spend, (tx) => this.ledger.spend(tx, spend));
    return 'done';
  }

  /** Takes a notification. @param {import('./letters.mjs').Letter} letter */
  async notified({ headers, body }) {
    const state = await this.receive.execute(headers, Buffer.from(body));
    return state === 'applied' ? 'done' : state;
  }

  /** @param {ReturnType<typeof head>} entry  @param {(tx: unknown) => Promise<unknown>} work */
  #once({ kind, bizKey, request }, work) {
    return this.work.once({ kind, bizKey, request }, work, () =>
      Promise.reject(new Error('done before')),
    );
  }
}

/** @param {string} kind  @param {string} bizKey  @param {string} client  @param {string} store */
function head(kind, bizKey, client, store) {
  return {
    ...{ kind, bizKey, storeId: store, effectiveOn: dateOf(new Date()) },
    ...{ request: { client, store }, actor: { kind: 'client', id: client } },
    meta: { title: '补水护理' },
  };
}

/**
 * The n-th transfer among some clients, each of whom has a wallet of the store that she pays.
 * @param {{ run: string, clients: number, stores: number }} plan  @param {number} n  @returns {Transfer}
 */
export function transferOf({ run, clients, stores }, n) {
  const client = n % clients;
  const group = stores === 1 ? 1 : 2;
  return { n, run, client: id('CM', group, client), store: id('ST', client % stores) };
}
