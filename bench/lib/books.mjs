// Fills an empty salon with books of any length, for bar 10: what took years to come about, in minutes.
import { pathToFileURL } from 'node:url';
import { inRoot, mysqlDriver } from '../../scripts/lib/paths.mjs';
import { DAY_MS, dateOf } from './days.mjs';
import { hashOf, id, token } from './ids.mjs';
import { dateTime, load } from './load.mjs';

/**
 * What the ledger hashes with; its own code, so that `verify-ledger` finds these books whole.
 * @typedef {object} Canonical
 * @property {Buffer} NO_HASH
 * @property {(value: unknown) => string} canonicalJson
 * @property {(value: unknown) => Buffer} requestHash
 * @property {(entry: object) => Buffer} entryHash
 * @property {(prevHash: Buffer, txHash: Buffer, line: object) => Buffer} lineHash
 *
 * @typedef {{ clients: number, stores: number }} BooksPlan
 * @typedef {import('mysql2/promise').Connection} Connection
 */

/** Of each client: one top-up and four spends by half-month, each with a line for principal and one for bonus. */
const ENTRIES = 5;
export const LINES_PER_CLIENT = 2 * ENTRIES;
/** Clients who are signed in, spread evenly over all. */
const READERS = 10_000;

const SPAN_MS = 75 * DAY_MS;
const PRINCIPAL = { paid: 100_000, spent: 5_000 };
const BONUS = { given: 20_000, spent: 1_000 };
const HASH_BYTES = 32;
const FIRST_CLIENT_ACCOUNT = 1_000;

export const readersAmong = (/** @type {number} */ clients) => Math.min(READERS, clients);

/** Numbers of accounts: three of each store, then two of each client. */
const account = {
  /** @param {number} store */
  clearing: (store) => 1 + 3 * store,
  /** @param {number} store */
  funding: (store) => 2 + 3 * store,
  /** @param {number} store */
  revenue: (store) => 3 + 3 * store,
  /** @param {number} client */
  principal: (client) => FIRST_CLIENT_ACCOUNT + 1 + 2 * client,
  /** @param {number} client */
  bonus: (client) => FIRST_CLIENT_ACCOUNT + 2 + 2 * client,
};

/** Every entry of the books, told from its number alone. */
class Entries {
  #requestHash;

  /** @param {BooksPlan} plan  @param {Canonical} canonical */
  constructor(plan, canonical) {
    this.plan = plan;
    this.canonical = canonical;
    this.count = plan.clients * ENTRIES;
    this.first = Date.now() - SPAN_MS;
    this.#requestHash = canonical.requestHash('bench');
  }

  /** When an entry was posted. @param {number} txId */
  at(txId) {
    return new Date(Math.floor(this.first + (txId / (this.count + 1)) * SPAN_MS));
  }

  /** The number of a client's k-th entry: everybody comes once before anybody comes again. */
  txId(/** @type {number} */ client, /** @type {number} */ k) {
    return k * this.plan.clients + client + 1;
  }

  /** What an entry is, as it is hashed. @param {number} txId */
  entry(txId) {
    const client = (txId - 1) % this.plan.clients;
    const paying = txId > this.plan.clients;
    const postedAt = this.at(txId);
    const storeId = id('ST', client % this.plan.stores);
    return {
      ...{ entryNo: id('EN', 0, txId), kind: paying ? 'spend' : 'top_up' },
      ...{ bizKey: `bench-${txId}`, requestHash: this.#requestHash, reversesTxId: null },
      ...{ storeId, effectiveOn: dateOf(postedAt), postedAt, actorKind: 'client' },
      actorId: id('CM', 0, client),
      body: this.canonical.canonicalJson(
        paying ? this.#spend(client, txId) : this.#topUp(client, dateOf(postedAt)),
      ),
    };
  }

  /** `[debit account, credit account, amount]` of both legs. @param {number} txId */
  legs(txId) {
    const client = (txId - 1) % this.plan.clients;
    const store = client % this.plan.stores;
    const [principal, bonus] = [account.principal(client), account.bonus(client)];
    return txId > this.plan.clients
      ? [
          [principal, account.revenue(store), PRINCIPAL.spent],
          [bonus, account.funding(store), BONUS.spent],
        ]
      : [
          [account.clearing(store), principal, PRINCIPAL.paid],
          [account.funding(store), bonus, BONUS.given],
        ];
  }

  #spend(/** @type {number} */ client, /** @type {number} */ txId) {
    const { stores, clients } = this.plan;
    const opens = client < stores && txId === this.txId(client, 1) && client < clients;
    return {
      about: { title: '补水护理' },
      ...(opens ? { accounts: [this.#house(account.revenue(client), client, 'REV_SERVICE')] } : {}),
      legs: this.legs(txId).map(([debit, credit, amount]) => {
        return [debit, credit, 'CNY', amount, client + 1, null];
      }),
    };
  }

  #topUp(/** @type {number} */ client, /** @type {string} */ day) {
    const owner = id('CM', 0, client);
    const own = [
      [account.principal(client), 'customer', owner, '', 'SV_PRINCIPAL', 'CNY'],
      [account.bonus(client), 'customer', owner, '', 'SV_BONUS', 'CNY'],
    ];
    const house = [
      this.#house(account.clearing(client), client, 'WX_CLEARING'),
      this.#house(account.funding(client), client, 'BONUS_FUNDING'),
    ];
    return {
      about: { title: '充值 1000 元' },
      accounts: client < this.plan.stores ? [...house, ...own] : own,
      legs: this.legs(client + 1).map(([debit, credit, amount]) => {
        return [debit, credit, 'CNY', amount, null, 'new:0'];
      }),
      lots: [
        {
          ...{ owner_kind: 'customer', owner_id: owner },
          ...{ store_id: id('ST', client % this.plan.stores), valid_everywhere: 1 },
          ...{ principal: PRINCIPAL.paid, bonus: BONUS.given, units: 0, unit_value: null },
          ...{ list_price: null, spend_order: 'proportional', payment_id: null },
          ...{ paid_on: day, expires_on: null },
        },
      ],
    };
  }

  #house(/** @type {number} */ number, /** @type {number} */ store, /** @type {string} */ code) {
    return [number, 'house', '', id('ST', store), code, 'CNY'];
  }
}

/** @param {Buffer} hashes  @param {number} index */
const slot = (hashes, index) =>
  hashes.subarray(index * HASH_BYTES, index * HASH_BYTES + HASH_BYTES);

/**
 * Writes the books into a migrated salon without clients. They are whole: `verify-ledger` finds nothing wrong with
 * them. What they do not have: seals and daily sums, the sales (`top_up`, contracts) and payment orders behind the
 * entries, and request hashes of their own.
 * @param {string} url  @param {BooksPlan} plan  @param {(line: string) => void} say
 */
export async function writeBooks(url, plan, say) {
  const file = inRoot('apps/admin-api/dist/modules/ledger/rules/canonical.js');
  const canonical = /** @type {Canonical} */ (await import(pathToFileURL(file).href));
  const connection = await mysqlDriver().createConnection({ uri: url, timezone: 'Z' });
  const began = performance.now();
  const done = (/** @type {string} */ what) =>
    say(`    ${what} after ${Math.round((performance.now() - began) / 1_000)} s`);
  try {
    await connection.query(`SET time_zone = '+00:00', foreign_key_checks = 0, unique_checks = 0`);
    await writeClients(connection, plan);
    // Who reads what is owed.
    await connection.query('INSERT INTO staff_role (staff_id, role) VALUES (?, ?)', [
      ...[id('SF', 0, 0), 'owner'],
    ]);
    done('clients');
    await writeLedger(connection, new Entries(plan, canonical), done);
    const tables = ['customer', 'wallet', 'client_session', 'wechat_identity', 'lot'];
    const ledger = ['ledger_tx', 'ledger_posting', 'account_line', 'ledger_account'];
    await connection.query(`ANALYZE TABLE ${[...tables, ...ledger].join(', ')}`);
    done('statistics');
  } finally {
    await connection.end();
  }
}

/** @param {Connection} connection  @param {BooksPlan} plan */
async function writeClients(connection, { clients }) {
  const [long, now] = [dateTime(new Date(Date.now() - 900 * DAY_MS)), dateTime(new Date())];
  const end = dateTime(new Date(Date.now() + 30 * DAY_MS));
  const columns =
    'id, member_no, name, gender, source, note, state, version, created_at, updated_at';
  await load(connection, 'customer', columns, clients, (n) => [
    [id('CM', 0, n), `B${n}`, `顾客${n}`, 'female', 'mini_program', '', 'active', 1, long, long],
  ]);
  const wallet = 'customer_id, code_turn, frozen, opened_at';
  await load(connection, 'wallet', wallet, clients, (n) => [[id('CM', 0, n), 0, 0, long]]);
  const readers = readersAmong(clients);
  const identity = 'id, appid, openid, customer_id, created_at';
  await load(connection, 'wechat_identity', identity, readers, (n) => [
    [id('WX', 0, n), 'wx0', `o${n}`, id('CM', 0, Math.floor((n * clients) / readers)), long],
  ]);
  const session = '@token_hash, id, identity_id, created_at, expires_at';
  await load(connection, 'client_session', session, readers, (n) => [
    [hashOf(token('client', n)).toString('hex'), id('SN', 0, n), id('WX', 0, n), now, end],
  ]);
}

/** @param {Connection} connection  @param {Entries} entries  @param {(what: string) => void} done */
async function writeLedger(connection, entries, done) {
  const { clients } = entries.plan;
  const hashes = Buffer.alloc((entries.count + 1) * HASH_BYTES);
  const head = 'id, entry_no, kind, biz_key, @request_hash, store_id, effective_on, posted_at';
  const tx = `${head}, actor_kind, actor_id, body, @hash`;
  await load(connection, 'ledger_tx', tx, entries.count, (index) => {
    const txId = index + 1;
    const entry = entries.entry(txId);
    const hash = entries.canonical.entryHash(entry);
    hash.copy(slot(hashes, txId));
    const { entryNo, kind, bizKey, requestHash, storeId, effectiveOn, postedAt } = entry;
    return [
      [
        ...[txId, entryNo, kind, bizKey, requestHash.toString('hex'), storeId, effectiveOn],
        ...[dateTime(postedAt), entry.actorKind, entry.actorId, entry.body, hash.toString('hex')],
      ],
    ];
  });
  done('journal');
  const posting = 'tx_id, line, debit_account_id, credit_account_id, asset, amount';
  const lots = '?debit_lot_id, ?credit_lot_id';
  await load(connection, 'ledger_posting', `${posting}, ${lots}`, entries.count, (index) => {
    const txId = index + 1;
    const lotId = (index % clients) + 1;
    const [taken, given] = txId > clients ? [lotId, ''] : ['', lotId];
    return entries.legs(txId).map(([debit, credit, amount], leg) => {
      return [txId, leg + 1, debit, credit, 'CNY', amount, taken, given];
    });
  });
  done('postings');
  await writeAccounts(connection, entries, hashes, done);
}

/**
 * Each client's lines, account by account, and then what they add up to.
 * @param {Connection} connection  @param {Entries} entries  @param {Buffer} txHashes  @param {(what: string) => void} done
 */
async function writeAccounts(connection, entries, txHashes, done) {
  const { clients, stores } = entries.plan;
  const { NO_HASH, lineHash } = entries.canonical;
  const tips = Buffer.alloc(clients * 2 * HASH_BYTES);
  const line = 'account_id, seq, tx_id, line, delta, balance_after, lot_id, posted_at';
  await load(connection, 'account_line', `${line}, @prev_hash, @hash`, clients * 2, (index) => {
    const [client, part] = [Math.floor(index / 2), index % 2];
    const accountId = account.principal(client) + part;
    const rows = [];
    let [prevHash, balanceAfter] = [NO_HASH, 0];
    for (let k = 0; k < ENTRIES; k += 1) {
      const txId = entries.txId(client, k);
      const amount = entries.legs(txId)[part][2];
      const delta = k === 0 ? amount : -amount;
      balanceAfter += delta;
      const postedAt = entries.at(txId);
      const facts = { accountId, seq: k + 1, txId, line: part + 1, delta, balanceAfter };
      const whole = { ...facts, lotId: client + 1, postedAt };
      const hash = lineHash(prevHash, slot(txHashes, txId), whole);
      const [before, after] = [prevHash.toString('hex'), hash.toString('hex')];
      rows.push([...Object.values(facts), client + 1, dateTime(postedAt), before, after]);
      prevHash = hash;
    }
    prevHash.copy(slot(tips, index));
    return rows;
  });
  done('lines');
  const spends = ENTRIES - 1;
  const left = [PRINCIPAL.paid - spends * PRINCIPAL.spent, BONUS.given - spends * BONUS.spent];
  const names = 'id, owner_kind, owner_id, store_id, code, asset, normal_side, tracked';
  const columns = `${names}, balance, held, seq, @tip_hash, opened_tx_id`;
  const zero = NO_HASH.toString('hex');
  const houses = Math.min(stores, clients);
  const house = (/** @type {number} */ store) =>
    /** @type {const} */ ([
      [account.clearing(store), 'WX_CLEARING', 'debit', entries.txId(store, 0)],
      [account.funding(store), 'BONUS_FUNDING', 'debit', entries.txId(store, 0)],
      [account.revenue(store), 'REV_SERVICE', 'credit', entries.txId(store, 1)],
    ]).map(([number, code, side, opened]) => {
      return [number, 'house', '', id('ST', store), code, 'CNY', side, 0, 0, 0, 0, zero, opened];
    });
  await load(connection, 'ledger_account', columns, houses + clients * 2, (row) => {
    if (row < houses) return house(row);
    const index = row - houses;
    const [client, part] = [Math.floor(index / 2), index % 2];
    return [
      [
        ...[account.principal(client) + part, 'customer', id('CM', 0, client), ''],
        ...[part === 0 ? 'SV_PRINCIPAL' : 'SV_BONUS', 'CNY', 'credit', 1, left[part], 0, ENTRIES],
        ...[slot(tips, index).toString('hex'), entries.txId(client, 0)],
      ],
    ];
  });
  const facts = 'owner_kind, owner_id, store_id, valid_everywhere, principal, bonus, units';
  const rest = 'principal_left, bonus_left, units_left, spend_order, paid_on';
  const lot = `id, source_tx_id, source_index, ${facts}, ${rest}`;
  await load(connection, 'lot', lot, clients, (n) => [
    [
      ...[n + 1, entries.txId(n, 0), 0, 'customer', id('CM', 0, n), id('ST', n % stores), 1],
      ...[PRINCIPAL.paid, BONUS.given, 0, left[0], left[1], 0, 'proportional'],
      dateOf(entries.at(entries.txId(n, 0))),
    ],
  ]);
  done('accounts and lots');
}
