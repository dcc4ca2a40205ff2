// Fills an empty salon with clients and what they did, for bar 10: files, names, phones, standings, visits, bills.
import { createHash, createHmac } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { inRoot, mysqlDriver } from '../../scripts/lib/paths.mjs';
import { writeCare } from './client-care.mjs';
import { DRAW, TAGS, TIERS, customerId, writeValue, writeVisits } from './client-deeds.mjs';
import { at } from './days.mjs';
import { id } from './ids.mjs';
import { dateTime, load } from './load.mjs';
import { drawn, memberNoOf, nameOf, phoneOf } from './people.mjs';
import { BLIND_INDEX_KEY, KEY } from './stage-keys.mjs';

/** @typedef {import('mysql2/promise').Connection} Connection */
/** @typedef {{ kind: string, term: string }} Term */
/**
 * Of the API's own code: what it finds a name by, and how it seals.
 * @typedef {object} Own
 * @property {(name: string) => Term[]} searchTermsOf
 * @property {(key: Buffer, context: readonly string[], plain: Buffer) => Buffer} seal
 * @property {(id: string, key: Buffer) => { kekVersion: number, bytes: Buffer }} wrap
 * @property {(fields: readonly string[]) => { filled: number, percent: number }} said  how much of a file is filled in
 */

const SOURCES = ['mini_program', 'walk_in', 'referral', 'dianping', 'phone', 'douyin', 'import'];
/** @param {number} client */
const keyOf = (client) => createHash('sha256').update(`bench key ${client}`).digest();
const hex = (/** @type {Buffer} */ bytes) => bytes.toString('hex');

/** @returns {Promise<Own>} */
async function own() {
  const dist = (/** @type {string} */ file) =>
    import(pathToFileURL(inRoot('apps/admin-api/dist', file)).href);
  const { searchTermsOf } = await dist('modules/customers/rules/search-terms.js');
  const { KeyRing } = await dist('platform/crypto/key-ring.js');
  const { seal } = await dist('platform/crypto/sealed.js');
  const { DEFAULT_POLICY, bitsOf, percentOf } = await dist(
    'modules/customers/rules/completeness.js',
  );
  const ring = new KeyRing([{ version: 1, bytes: KEY }]);
  const said = (/** @type {readonly string[]} */ fields) => {
    const filled = bitsOf(fields);
    return { filled, percent: percentOf(filled, DEFAULT_POLICY) };
  };
  return { searchTermsOf, seal, wrap: ring.wrap.bind(ring), said };
}

/**
 * Writes clients into a migrated salon without any. What they do not have: packages, messages, ledger entries behind
 * their balances, and the activity that standings are weighed from.
 * @param {string} url  @param {{ clients: number, stores: number }} plan  @param {(line: string) => void} say
 */
export async function writeClients(url, plan, say) {
  const connection = await mysqlDriver().createConnection({ uri: url, timezone: 'Z' });
  const began = performance.now();
  const done = (/** @type {string} */ what) =>
    say(`    ${what} after ${Math.round((performance.now() - began) / 1_000)} s`);
  try {
    await connection.query(`SET time_zone = '+00:00', foreign_key_checks = 0, unique_checks = 0`);
    const code = await own();
    await writeLabels(connection);
    await writeFiles(connection, plan, code);
    done('files');
    await writeTerms(connection, plan.clients, code);
    done('names to search by');
    await writeVisits(connection, plan);
    done('visits and bills');
    await writeValue(connection, plan);
    done('balances, top-ups and coupons');
    await writeCare(connection, plan, (n, field, text) =>
      hex(code.seal(keyOf(n), ['field', customerId(n), field], Buffer.from(text))),
    );
    done('notes, health, treatments, papers and changes');
    const [tables] = await connection.query('SHOW TABLES');
    for (const row of /** @type {Record<string, string>[]} */ (tables))
      await connection.query(`ANALYZE TABLE \`${Object.values(row)[0]}\``);
    done('statistics');
  } finally {
    await connection.end();
  }
}

/** Tiers and tags, and whoever asks may see all of a client. @param {Connection} connection */
async function writeLabels(connection) {
  const now = new Date();
  await connection.query(
    `INSERT INTO tier (id, rank_no, name, service_discount_permille, product_discount_permille,
       points_multiplier_percent, privileges, thresholds, state, version, created_at, updated_at) VALUES ?`,
    [
      TIERS.map((tier, n) => [
        tier,
        n + 1,
        `等级${n}`,
        950,
        1000,
        100,
        '[]',
        '{}',
        'active',
        1,
        now,
        now,
      ]),
    ],
  );
  const group = id('TG', 1, 0);
  await connection.query(
    'INSERT INTO customer_tag_group (id, name, color, one_of, created_at) VALUES (?, ?, ?, ?, ?)',
    [group, '习惯', 'leaf', 0, now],
  );
  await connection.query(
    'INSERT INTO customer_tag (id, group_id, name, kept_by, state, created_at) VALUES ?',
    [TAGS.map((tag, n) => [tag, group, `标签${n}`, 'hand', 'active', now])],
  );
}

/** @param {Connection} connection  @param {{ clients: number, stores: number }} plan  @param {Own} code */
async function writeFiles(connection, { clients, stores }, { wrap, said }) {
  const long = dateTime(at(-900, 0));
  const file = `id, member_no, name, gender, ?birthday_calendar, ?birthday_year, ?birthday_month, ?birthday_day,
    home_store_id, ?consultant_id, source, note, filled, completeness, reckoned, state, version, created_at, updated_at`;
  await load(connection, 'customer', file, clients, (n) => {
    const share = drawn(n, DRAW.birth);
    const known = share < 0.7;
    const born = known
      ? ['solar', 1960 + Math.floor(share * 60), 1 + (n % 12), 1 + Math.floor(share * 40)]
      : ['', '', '', ''];
    const source = SOURCES[Math.floor(drawn(n, DRAW.source) ** 2 * SOURCES.length)];
    const looked = n % 2 === 0;
    const fields = ['phone', 'gender', 'homeStoreId'];
    const { filled, percent } = said([
      ...fields,
      ...(known ? ['birthday'] : []),
      ...(looked ? ['consultantId'] : []),
    ]);
    return [
      [
        ...[customerId(n), memberNoOf(n), nameOf(n), 'female', ...born, id('ST', n % stores)],
        ...[looked ? id('SF', n % stores, 0) : '', source ?? '', ''],
        ...[filled, percent, 1, 'active', 1, long, long],
      ],
    ];
  });
  const phone =
    'id, customer_id, @phone_cipher, @phone_index, last4, label, is_primary, created_at';
  const none = '00'.repeat(60);
  await load(connection, 'customer_phone', phone, clients, (n) => {
    const number = phoneOf(n);
    const index = createHmac('sha256', BLIND_INDEX_KEY).update(`phone\0${number}`).digest('hex');
    return [[id('CM', 1, n), customerId(n), none, index, number.slice(-4), '', 1, long]];
  });
  await load(
    connection,
    'subject_key',
    'subject_id, kek_version, @wrapped_key, created_at',
    clients,
    (n) => [[customerId(n), 1, hex(wrap(customerId(n), keyOf(n)).bytes), long]],
  );
}

/** In the order of the key: term by term. @param {Connection} connection  @param {number} clients  @param {Own} code */
async function writeTerms(connection, clients, { searchTermsOf }) {
  const byName = grouped(clients, nameOf);
  const byEnd = grouped(clients, endOf);
  /** @type {Map<string, string[]>} */
  const names = new Map();
  for (const name of byName.keys()) {
    for (const { kind, term } of searchTermsOf(name)) add(names, `${kind}\t${term}`, name);
  }
  const ends = new Map([...byEnd].map(([end, those]) => [`last4\t${end}`, those]));
  const terms = [...names.keys(), ...ends.keys()].sort();
  const line = 'kind, term, customer_id, name, member_no, gender, last4';
  await load(connection, 'customer_search_line', line, terms.length, (index) => {
    const term = terms[index] ?? '';
    const named = (names.get(term) ?? []).flatMap((name) => byName.get(name) ?? []);
    return [...named, ...(ends.get(term) ?? [])]
      .sort((a, b) => a - b)
      .map((n) => [term, customerId(n), nameOf(n), memberNoOf(n), 'female', endOf(n)]);
  });
}

/** @param {number} n */
const endOf = (n) => phoneOf(n).slice(-4);

/** The clients of each value. @param {number} clients  @param {(n: number) => string} of */
function grouped(clients, of) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (let n = 0; n < clients; n += 1) add(groups, of(n), n);
  return groups;
}

/** @template T  @param {Map<string, T[]>} groups  @param {string} key  @param {T} one */
function add(groups, key, one) {
  const those = groups.get(key);
  if (those) those.push(one);
  else groups.set(key, [one]);
}
