// What the API is compared with: plain Fastify and mysql2, the same statements, rows turned into answers by hand.
import { createRequire } from 'node:module';
import { inRoot, mysqlDriver } from '../../scripts/lib/paths.mjs';
import { hashOf } from './ids.mjs';
import { v8Value } from './values.mjs';

const { DATABASE_URL = '', POOL_SIZE = '', ROUTES = '', PORT = '' } = process.env;
const server = createRequire(inRoot('apps/admin-api/package.json'))('fastify').default();
const pool = mysqlDriver().createPool({
  uri: DATABASE_URL,
  timezone: 'Z',
  connectionLimit: Number(POOL_SIZE),
});

/** @typedef {Record<string, unknown>} Row */
/** @typedef {import('./replay.mjs').Statement} Statement */
/** @typedef {{ headers: { authorization?: string } }} Request */
/** @typedef {{ code: (status: number) => { send: () => unknown } }} Reply */
/** @returns {Promise<Row[]>} */
async function rows(/** @type {Statement} */ { sql, values }) {
  const [found] = await pool.query(sql, [...values]);
  return /** @type {Row[]} */ (found);
}

/** The row of a client, as she sees it. @param {Row[][]} answers */
function client([[row]]) {
  const phoneMasked = row.last4 === null ? null : `*******${row.last4}`;
  return { ...row, phoneMasked, isNew: phoneMasked === null };
}

/** @param {readonly Row[]} all  @param {string} key */
function group(all, key) {
  /** @type {Map<unknown, Row[]>} */
  const groups = new Map();
  for (const row of all) {
    const group = groups.get(row[key]);
    if (group) group.push(row);
    else groups.set(row[key], [row]);
  }
  return groups;
}

/** Visits with their parts and clients, as they come: dates by themselves, nothing worked out. @param {Row[][]} answers */
function visits(answers) {
  const named = (/** @type {string} */ column) =>
    answers.find(([first]) => first && column in first) ?? [];
  const items = group(named('serviceName'), 'appointmentId');
  const parts = group(named('itemSeq'), 'appointmentId');
  const changes = group(named('transition'), 'appointmentId');
  const clients = new Map(named('member_no').map((row) => [row.id, row]));
  return {
    items: named('freeCancelUntil').map((visit) => ({
      ...visit,
      items: items.get(visit.id) ?? [],
      allocations: parts.get(visit.id) ?? [],
      changes: changes.get(visit.id) ?? [],
      customer: clients.get(visit.customerId),
    })),
  };
}

server.get('/ready', () => ({}));
const routes = /** @type {Record<string, Statement[]>} */ (v8Value(ROUTES));
for (const [name, [session, ...reads]] of Object.entries(routes)) {
  server.get(`/${name}`, async (/** @type {Request} */ request, /** @type {Reply} */ reply) => {
    const bearer = request.headers.authorization?.slice('Bearer '.length) ?? '';
    const values = [hashOf(bearer), ...session.values.slice(1)];
    const [signedIn] = await rows({ sql: session.sql, values });
    if (!signedIn) return reply.code(401).send();
    if (signedIn.customerId)
      return client([await rows({ ...reads[0], values: [signedIn.customerId] })]);
    return visits(await Promise.all(reads.map(rows)));
  });
}
await server.listen({ port: Number(PORT), host: '127.0.0.1' });
