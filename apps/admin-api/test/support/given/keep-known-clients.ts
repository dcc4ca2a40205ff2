import {
  daysOfClients,
  lockStandings,
  saveStandings,
} from '../../../src/modules/client-view/data/standings.js';
import { standingOf, type ClientDays } from '../../../src/modules/client-view/rules/standing.js';
import { DEFAULT_STANDING } from '../../../src/modules/client-view/rules/standing-limits.js';
import { addDays, type LocalDate } from '../../../src/platform/clock/index.js';
import { insertSql, type Tx, type UnitOfWork } from '../../../src/platform/database/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import type { KnownClient, Pack } from './known-clients.js';

const AT = new Date(0);
const NOBODY = newId();
let serial = 0;

const row = async (tx: Tx, table: string, values: Record<string, unknown>): Promise<void> => {
  await tx.run(insertSql(table, Object.keys(values), 1), Object.values(values));
};

async function keepPackage(tx: Tx, { id, today }: KnownClient, pack: Pack): Promise<void> {
  const [packageId, itemId] = [newId(), newId()];
  const by = { by_kind: 'staff', by_id: NOBODY, by_name: '前台', created_at: AT };
  await row(tx, 'package', {
    ...{ id: packageId, customer_id: id, store_id: NOBODY, plan_id: NOBODY, name: '卡' },
    ...{ kind: pack.byTime ? 'time' : 'fixed', price_fen: 100, paid_fen: 100, list_price_fen: 100 },
    ...{ valid_days: 30, valid_everywhere: 1, refund_terms: '', own_reason_basis: 'ratio' },
    ...{ renewal: 0, tender: 'cash', state: pack.state, paid_on: today, tx_id: (serial += 1) },
    ...{ expires_on: pack.ends === null ? null : addDays(today, pack.ends), ...by, version: 1 },
  });
  await row(tx, 'package_item', {
    ...{ id: itemId, package_id: packageId, seq: 0, name: '项', sessions: pack.sessions },
    ...{ gift_sessions: 0, list_price_fen: 100 },
  });
  for (let n = 0; n < pack.used; n += 1)
    await row(tx, 'session_use', {
      ...{ id: newId(), package_id: packageId, item_id: itemId, customer_id: id, store_id: NOBODY },
      ...{ service_id: NOBODY, title: '项', used_on: today, value_fen: 0, list_price_fen: 100 },
      ...{ consent: 'tap', state: n < pack.undone ? 'reversed' : 'done', ...by },
    });
}

async function keepClient(tx: Tx, client: KnownClient, number: number): Promise<void> {
  const { id, birthday, source, tierId, needIds, did, isClosed } = client;
  await row(tx, 'customer', {
    ...{ id, member_no: `YC${String(number).padStart(6, '0')}`, name: '周', gender: 'female' },
    ...{ birthday_calendar: birthday?.calendar ?? null, birthday_year: birthday?.year ?? null },
    ...{ birthday_month: birthday?.month ?? null, birthday_day: birthday?.day ?? null },
    ...{ source, note: '', state: isClosed ? 'merged' : 'active', version: 1 },
    ...{ merged_into: isClosed ? NOBODY : null, created_at: AT, updated_at: AT },
  });
  await row(tx, 'customer_number', { number, customer_id: id });
  await row(tx, 'customer_tier', {
    ...{ customer_id: id, tier_id: tierId, since: '2020-01-01', updated_at: AT },
  });
  for (const tagId of needIds)
    await row(tx, 'customer_tagging', { customer_id: id, tag_id: tagId, at: AT });
  for (const { kind, fen, on, undone } of did) {
    const source_id = `${(serial += 1)}`;
    for (const sign of undone ? [1, -1] : [1])
      await row(tx, 'member_activity', {
        ...{ customer_id: id, kind, amount_fen: fen, bonus_fen: 0, happened_on: on, sign },
        ...{ store_id: NOBODY, source_kind: 'appointment', source_id, origin_id: source_id },
        created_at: AT,
      });
  }
  for (const pack of client.packages) await keepPackage(tx, client, pack);
}

/** Writes clients into an empty schema and weighs them; what they point at beside is left out. */
export async function keepClients(
  unitOfWork: UnitOfWork,
  clients: readonly KnownClient[],
  today: LocalDate,
): Promise<void> {
  await unitOfWork.run(async (tx) => {
    await tx.run('SET FOREIGN_KEY_CHECKS = 0');
    for (const [at, client] of clients.entries()) await keepClient(tx, client, at + 1);
    await tx.run('SET FOREIGN_KEY_CHECKS = 1');
    const all = clients.map(({ id }) => id);
    const active = await lockStandings(tx, all, AT);
    const by = (days: ClientDays) => standingOf(days, DEFAULT_STANDING, today);
    const did = await daysOfClients(tx, active);
    const weighed = clients
      .filter(({ id }) => active.includes(id))
      .map(({ id, balanceFen }) => ({ id, standing: by(did(id)), balanceFen, policy: 1 }));
    await saveStandings(tx, weighed, AT);
  });
}
