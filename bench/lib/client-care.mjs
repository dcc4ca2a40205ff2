// What is known of the synthetic clients' care: notes, health, treatments, formulas, papers, changes of their files.
import { createHash } from 'node:crypto';
import { customerId, visitDays } from './client-deeds.mjs';
import { at } from './days.mjs';
import { id } from './ids.mjs';
import { dateTime, load } from './load.mjs';
import { SERVICES } from './seed.mjs';

/** @typedef {import('mysql2/promise').Connection} Connection */
/** @typedef {{ clients: number, stores: number }} Plan */
/** @typedef {(n: number, field: string, text: string) => string} Seal  a text under the key of client n, in hex */

const LONG_AGO = dateTime(at(-900, 0));
const CONSENT_TEXT = id('CT', 0);
/** Who wrote it down: the first of her store. */
const writer =
  (/** @type {Plan} */ { stores }) =>
  (/** @type {number} */ n) => [id('SF', n % stores, 0), '师0'];

/** @param {Connection} connection  @param {Plan} plan  @param {Seal} sealed */
export async function writeCare(connection, plan, sealed) {
  await writeNotes(connection, plan, sealed);
  await writeHealth(connection, plan, sealed);
  await writeTreatments(connection, plan, sealed);
  await writeFormulas(connection, plan, sealed);
  await writeConsents(connection, plan, sealed);
  await writeChanges(connection, plan, sealed);
}

/** @param {Connection} connection  @param {Plan} plan  @param {Seal} sealed */
async function writeNotes(connection, plan, sealed) {
  const by = writer(plan);
  const note = 'id, customer_id, visibility, @text_cipher, by_kind, by_id, by_name, at';
  await load(connection, 'customer_note', note, plan.clients, (n) => {
    if (n % 4 !== 0) return [];
    const text = sealed(n, 'note', '喜欢安静，水温偏热');
    return [[id('NT', 0, n), customerId(n), 'all', text, 'staff', ...by(n), LONG_AGO]];
  });
}

/** @param {Connection} connection  @param {Plan} plan  @param {Seal} sealed */
async function writeHealth(connection, { clients }, sealed) {
  const health = JSON.stringify({
    allergies: [{ ingredientId: null, text: '香精', severity: 'mild' }],
    ...{ conditions: [], patchTests: [], history: '' },
  });
  const columns = 'customer_id, version, @sealed, updated_at';
  await load(connection, 'health_file', columns, clients, (n) =>
    n % 5 === 0 ? [[customerId(n), 1, sealed(n, 'health-file', health), LONG_AGO]] : [],
  );
}

/** @param {Connection} connection  @param {Plan} plan  @param {Seal} sealed */
async function writeTreatments(connection, plan, sealed) {
  const { clients, stores } = plan;
  const by = writer(plan);
  const treated = (/** @type {number} */ n) => (n % 2 === 0 ? visitDays(n).slice(0, 2) : []);
  const record =
    'id, appointment_id, customer_id, store_id, visited_at, version, created_at, updated_at';
  await load(connection, 'treatment_record', record, clients, (n) =>
    treated(n).map((day, k) => {
      const when = dateTime(at(day, 540 + 60 * (n % 10)));
      const whose = [customerId(n), id('ST', n % stores)];
      return [id('TM', n, k), id('VS', n, k), ...whose, when, 1, when, when];
    }),
  );
  const said = JSON.stringify({
    done: [{ serviceId: SERVICES[0], serviceName: '补水护理', parameters: [] }],
    ...{ products: [], reaction: 'none', reactionWords: '', advice: '多喝水', homeCare: '' },
    ...{ staffNote: '', nextOn: null, reason: '' },
  });
  const version = 'record_id, version, @contents, by_id, by_name, at';
  await load(connection, 'treatment_record_version', version, clients, (n) =>
    treated(n).map((_day, k) => [
      ...[id('TM', n, k), 1, sealed(n, 'treatment-record', said), ...by(n), LONG_AGO],
    ]),
  );
}

/** One client in three has two hair formulas. @param {Connection} connection  @param {Plan} plan  @param {Seal} sealed */
async function writeFormulas(connection, plan, sealed) {
  const by = writer(plan);
  const two = (/** @type {number} */ n) => (n % 3 === 0 ? [-90, -40] : []);
  const sheet = 'id, customer_id, kind, made_on, released, version, created_at, updated_at';
  await load(connection, 'care_sheet', sheet, plan.clients, (n) =>
    two(n).map((day, k) => {
      const when = dateTime(at(day, 600));
      return [id('CS', n, k), customerId(n), 'formula', when.slice(0, 10), 0, 1, when, when];
    }),
  );
  const contents = JSON.stringify({
    parts: [{ brand: '乐彩', shade: '6.1', grams: 40 }],
    ...{ ratio: '1:1.5', developerPercent: 6, minutes: 35, zones: [], remark: '发根先上' },
  });
  const version = 'sheet_id, version, @sealed, by_id, by_name, at';
  await load(connection, 'care_sheet_version', version, plan.clients, (n) =>
    two(n).map((day, k) => [
      ...[id('CS', n, k), 1, sealed(n, 'care-sheet', contents), ...by(n)],
      dateTime(at(day, 600)),
    ]),
  );
}

/** Two clients in three have agreed that their health is kept. @param {Connection} connection  @param {Plan} plan  @param {Seal} sealed */
async function writeConsents(connection, { clients }, sealed) {
  const body = '我同意门店为护理安全保存我的健康信息。';
  const hash = createHash('sha256').update(body).digest('hex');
  await load(
    connection,
    'consent_text',
    `id, kind, topic, version, title, body, @body_hash, required, guardian_below, created_by, created_at`,
    1,
    () => [
      [
        ...[CONSENT_TEXT, 'health', 'health', 1, '健康信息单独同意', body, hash, 1, 14],
        ...[id('SF', 0), LONG_AGO],
      ],
    ],
  );
  const consent =
    'id, customer_id, kind, text_id, act, way, by_kind, by_id, by_name, @proof_cipher, at';
  const proof = '{}';
  await load(connection, 'consent', consent, clients, (n) => {
    if (n % 3 === 2) return [];
    const whose = [customerId(n), 'health', CONSENT_TEXT, 'given', 'phone', 'client'];
    const shown = [customerId(n), '本人', sealed(n, 'consent.proof', proof)];
    return [[id('CO', 0, n), ...whose, ...shown, dateTime(at(-300, 600))]];
  });
}

/** Her file was changed three times. @param {Connection} connection  @param {Plan} plan  @param {Seal} sealed */
async function writeChanges(connection, plan, sealed) {
  const by = writer(plan);
  const change = 'id, customer_id, field, @values_cipher, by_kind, by_id, by_name, at';
  const values = JSON.stringify(['', '大众点评']);
  await load(connection, 'customer_change', change, plan.clients, (n) =>
    [-700, -400, -100].map((day, k) => [
      ...[id('CH', n, k), customerId(n), 'source', sealed(n, 'change', values), 'staff', ...by(n)],
      dateTime(at(day, 600)),
    ]),
  );
}
