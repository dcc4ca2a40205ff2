import { mysqlDriver } from '../../scripts/lib/paths.mjs';
import { DAY_MS, ZONE, at, dateOf } from './days.mjs';
import { ROOM, hashOf, id, token } from './ids.mjs';

/**
 * @typedef {object} StorePlan
 * @property {number} therapists
 * @property {number} [busy]     visits per therapist and day ahead, at most 12
 * @property {number} [history]  visits in the past
 * @property {readonly number[]} [fullDays]  visits on each of some days from the 40th ahead on, for lists
 *
 * @typedef {object} SalonPlan
 * @property {readonly StorePlan[]} stores  by number
 * @property {number} clients
 */

export const CLIENTS = 400;
const DAYS_ON_DUTY = 62;
const OPENS = 9 * 60;
const PER_DAY = 12;
const ROWS = 1_000;
const LONG_AGO = at(-900, 0);

/** Both services that are sold: an hour of care in a room, half an hour of massage in a room. */
export const SERVICES = [id('SV', 0, 1), id('SV', 0, 2)];

/** @typedef {import('mysql2/promise').Connection} Connection */

/** @param {Connection} connection  @param {string} table  @param {string} columns  @param {unknown[][]} rows */
async function insert(connection, table, columns, rows) {
  for (let from = 0; from < rows.length; from += ROWS) {
    const part = rows.slice(from, from + ROWS);
    await connection.query(`INSERT INTO ${table} (${columns}) VALUES ?`, [part]);
  }
}

/**
 * Fills a migrated schema with a synthetic salon. Written as plain rows: the measured program must not be what makes
 * its own past.
 * @param {string} url  @param {SalonPlan} plan
 */
export async function seed(url, plan) {
  const connection = await mysqlDriver().createConnection({ uri: url, timezone: 'Z' });
  try {
    await connection.query(`SET time_zone = '+00:00', foreign_key_checks = 0, unique_checks = 0`);
    await seedMenu(connection, plan.stores.length);
    await seedClients(connection, plan.clients);
    for (const [store, storePlan] of plan.stores.entries()) {
      await seedStore(connection, store, storePlan.therapists);
      await seedVisits(connection, store, storePlan);
    }
    await seedAccount(connection, plan.stores.length);
    await seedSlots(connection);
    const [tables] = await connection.query('SHOW TABLES');
    for (const row of /** @type {Record<string, string>[]} */ (tables)) {
      await connection.query(`ANALYZE TABLE \`${Object.values(row)[0]}\``);
    }
  } finally {
    await connection.end();
  }
}

/** @param {Connection} connection  @param {number} stores */
async function seedMenu(connection, stores) {
  const category = id('CG', 0, 1);
  await insert(connection, 'service_category', 'id, name, sort', [[category, '面部', 1]]);
  const columns = `id, category_id, name, description, price_fen, online_bookable, confirm_policy,
    buffer_before_minutes, buffer_after_minutes, sort, state`;
  await insert(connection, 'service', columns, [
    [SERVICES[0], category, '补水护理', '', 20_000, 1, 'auto', 0, 0, 1, 'active'],
    [SERVICES[1], category, '肩颈舒缓', '', 12_000, 1, 'auto', 0, 0, 2, 'active'],
  ]);
  const parts = 'service_id, seq, kind, minutes, label, position, room_kind, keeps_room';
  await insert(connection, 'service_segment', parts, [
    [SERVICES[0], 0, 'hands_on', 60, '护理', 'therapist', 'facial', 0],
    [SERVICES[1], 0, 'hands_on', 30, '按摩', 'therapist', 'facial', 0],
  ]);
  const offers = Array.from({ length: stores }, (_, n) => SERVICES.map((s) => [s, id('ST', n)]));
  await insert(connection, 'service_store', 'service_id, store_id', offers.flat());
}

/** Clients with a phone, signed in. @param {Connection} connection  @param {number} count */
async function seedClients(connection, count) {
  const all = Array.from({ length: count }, (_, n) => n);
  const now = new Date();
  const end = new Date(now.getTime() + 30 * DAY_MS);
  await insert(
    connection,
    'customer',
    'id, member_no, name, gender, source, note, state, version, created_at, updated_at',
    all.map((n) => [
      ...[id('CM', 0, n), `B${n}`, `顾客${n}`, 'female', 'mini_program', '', 'active', 1],
      ...[LONG_AGO, LONG_AGO],
    ]),
  );
  await insert(
    connection,
    'customer_phone',
    'id, customer_id, phone_cipher, phone_index, last4, label, is_primary, created_at',
    all.map((n) => [
      ...[id('CM', 1, n), id('CM', 0, n), Buffer.alloc(60), hashOf(`phone ${n}`)],
      ...[String(n % 10_000).padStart(4, '0'), '', 1, LONG_AGO],
    ]),
  );
  const identity = 'id, appid, openid, customer_id, created_at';
  const identities = all.map((n) => [id('WX', 0, n), 'wx0', `o${n}`, id('CM', 0, n), LONG_AGO]);
  await insert(connection, 'wechat_identity', identity, identities);
  await insert(
    connection,
    'client_session',
    'token_hash, id, identity_id, created_at, expires_at',
    all.map((n) => [hashOf(token('client', n)), id('SN', 0, n), id('WX', 0, n), now, end]),
  );
}

/** @param {Connection} connection  @param {number} store  @param {number} therapists */
async function seedStore(connection, store, therapists) {
  const storeId = id('ST', store);
  await insert(
    connection,
    'store',
    `id, name, short_name, address, phone, latitude, longitude, time_zone, state, slot_step_minutes,
     lead_minutes, horizon_days, max_wait_minutes, max_open_visits, phone_required, free_cancel_hours, created_at`,
    [
      [
        ...[storeId, `测试店${store}`, `测${store}`, '上海', '021-60000000', 31.2, 121.4, ZONE],
        ...['open', 15, 60, 60, 15, 60_000, 0, 6, LONG_AGO],
      ],
    ],
  );
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => [storeId, weekday, OPENS, 21 * 60]);
  await insert(connection, 'store_hours', 'store_id, weekday, opens_minute, closes_minute', hours);
  const people = Array.from({ length: therapists }, (_, n) => n);
  await insert(
    connection,
    'staff_member',
    'id, name, display_name, gender, position, grade, title, bio, state, online_bookable, created_at',
    people.map((n) => [
      ...[id('SF', store, n), `美容师${n}`, `师${n}`, 'female', 'therapist', 'senior', '高级', ''],
      ...['active', 1, LONG_AGO],
    ]),
  );
  const places = people.map((n) => [id('SF', store, n), storeId]);
  await insert(connection, 'staff_store', 'staff_id, store_id', places);
  await insert(connection, 'resource', 'id, store_id, kind, staff_id, name, room_kind, state', [
    ...people.map((n) => [
      ...[id('RS', store, n), null, 'staff', id('SF', store, n), `美容师${n}`, null, 'active'],
    ]),
    ...people.map((n) => [
      ...[id('RS', store, ROOM + n), storeId, 'room', null, `房${n}`, 'facial', 'active'],
    ]),
  ]);
  const days = Array.from({ length: DAYS_ON_DUTY }, (_, day) => day);
  await insert(
    connection,
    'shift',
    'id, staff_id, store_id, local_date, starts_at, ends_at',
    people.flatMap((n) =>
      days.map((day) => [
        ...[id('SH', store, n * 1_000 + day), id('SF', store, n), storeId],
        ...[dateOf(at(day, OPENS)), at(day, OPENS), at(day, 21 * 60)],
      ]),
    ),
  );
}

/** Which hours are taken: days ahead as the plan says, then the past, full day by full day. @param {StorePlan} plan */
function* takenHours({ therapists, busy = 0, history = 0, fullDays = [] }) {
  for (let day = 0; day < 40; day += 1) {
    for (let person = 0; person < therapists; person += 1) {
      for (let n = 0; n < busy; n += 1) {
        // Spread over the day, differently for each person and day, and the same in every run.
        yield { day, person, hour: (n * 5 + person * 7 + day * 3) % PER_DAY };
      }
    }
  }
  for (const [index, visits] of fullDays.entries()) {
    for (let n = 0; n < visits; n += 1) {
      yield { day: 40 + index, person: n % therapists, hour: Math.floor(n / therapists) };
    }
  }
  for (let n = 0; n < history; n += 1) {
    const [place, day] = [n % (therapists * PER_DAY), Math.floor(n / (therapists * PER_DAY))];
    yield { day: -1 - day, person: place % therapists, hour: Math.floor(place / therapists) };
  }
}

/** @param {Connection} connection  @param {number} store  @param {StorePlan} plan */
async function seedVisits(connection, store, plan) {
  /** @type {Record<'visits' | 'items' | 'parts' | 'changes', unknown[][]>} */
  const rows = { visits: [], items: [], parts: [], changes: [] };
  let n = 0;
  for (const { day, person, hour } of takenHours(plan)) {
    const [from, to] = [at(day, OPENS + hour * 60), at(day, OPENS + hour * 60 + 60)];
    const visitId = id('VS', store, n);
    const customer = id('CM', 0, n % CLIENTS);
    const state = day < 0 ? 'completed' : 'confirmed';
    const booked = new Date(Math.min(from.getTime() - 3 * DAY_MS, Date.now()));
    rows.visits.push([
      ...[visitId, id('ST', store), customer, state, from, to, 'mini_program', 20_000, 1],
      ...[from, booked],
    ]);
    const staff = id('SF', store, person);
    rows.items.push([visitId, 0, SERVICES[0], '补水护理', staff, 1, from, to, 20_000]);
    rows.parts.push([visitId, 0, 0, id('RS', store, person), 'staff', from, to]);
    rows.parts.push([visitId, 1, 0, id('RS', store, ROOM + person), 'room', from, to]);
    rows.changes.push([visitId, 1, 'book', state, 'client', customer, '顾客', booked]);
    n += 1;
  }
  await insert(
    connection,
    'appointment',
    `id, store_id, customer_id, state, starts_at, ends_at, channel, price_fen, version,
     free_cancel_until, created_at`,
    rows.visits,
  );
  await insert(
    connection,
    'appointment_item',
    'appointment_id, seq, service_id, service_name, staff_id, requested, starts_at, ends_at, price_fen',
    rows.items,
  );
  await insert(
    connection,
    'appointment_allocation',
    'appointment_id, seq, item_seq, resource_id, kind, starts_at, ends_at',
    rows.parts,
  );
  await insert(
    connection,
    'appointment_change',
    'appointment_id, seq, transition, to_state, by_kind, by_id, by_name, at',
    rows.changes,
  );
}

/** The slots of all visits, also of those that are over: as if no sweep had ever forgotten them. */
async function seedSlots(/** @type {Connection} */ connection) {
  const twelve = Array.from({ length: 12 }, (_, n) => `SELECT ${n} AS n`).join(' UNION ALL ');
  await connection.query(
    `INSERT INTO booking_slot (resource_id, slot, holder_kind, holder_id)
     SELECT l.resource_id, FLOOR(UNIX_TIMESTAMP(l.starts_at) / 300) + k.n, 'appointment', l.appointment_id
     FROM appointment_allocation l JOIN (${twelve}) k
     ORDER BY l.resource_id, l.starts_at, k.n`,
  );
}

/** A manager of all stores, signed in. @param {Connection} connection  @param {number} stores */
async function seedAccount(connection, stores) {
  const staffId = id('SF', 0, 0);
  const now = new Date();
  const end = new Date(now.getTime() + 8 * 3_600_000);
  const account =
    'staff_id, username, password_hash, password_changed_at, is_demo, totp_state, created_at';
  await insert(connection, 'staff_account', account, [
    [staffId, 'bench', 'none', now, 0, 'off', now],
  ]);
  await insert(connection, 'staff_role', 'staff_id, role', [[staffId, 'manager']]);
  const others = Array.from({ length: stores - 1 }, (_, n) => [staffId, id('ST', n + 1)]);
  await insert(connection, 'staff_store', 'staff_id, store_id', others);
  const columns =
    'token_hash, id, staff_id, by_cookie, created_at, last_seen_at, idle_until, expires_at';
  const row = [hashOf(token('staff', 0)), id('SN', 1), staffId, 0, now, now, end, end];
  await insert(connection, 'staff_session', columns, [row]);
}
