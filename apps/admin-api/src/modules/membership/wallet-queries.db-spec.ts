import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { ofHouse } from '../ledger/index.js';
import { aHead, aLedger, aTopUp, type TestLedger } from '../ledger/testing/a-ledger.js';
import { PackageQueries } from './packages/index.js';
import { WalletQueries, type MonthSight } from './wallet-queries.js';

const WALL_MS = 8 * 3_600_000;
/** An instant by the salon's wall. */
const wall = (text: string): Date => new Date(`${text}+08:00`);
const monthAt = (at: Date): string => new Date(at.getTime() + WALL_MS).toISOString().slice(0, 7);

let books: TestLedger;
let queries: WalletQueries;
beforeAll(async () => {
  books = await aLedger(await workerDatabaseUrl());
  const packages = new PackageQueries(books.database);
  queries = new WalletQueries(books.database, packages, books.clock);
});
afterAll(() => books.close());

async function topUp(customerId: string, at: Date, principalFen: number, bonusFen = 0) {
  books.clock.set(at);
  const entry = aTopUp(customerId, newId(), principalFen, bonusFen);
  await books.unitOfWork.run((tx) => books.ledger.post(tx, entry));
}

async function spend(customerId: string, at: Date, amountFen: number) {
  books.clock.set(at);
  const store = newId();
  const what = { customerId, amountFen, atStoreId: store, to: ofHouse('REV_SERVICE', store) };
  await books.unitOfWork.run((tx) => books.ledger.spend(tx, { ...aHead('spend', store), ...what }));
}

/** A client's postings as they stand, with none of the ledger's own sums. */
async function rawMovements(customerId: string): Promise<{ month: string; fen: number }[]> {
  const rows = await books.database.rows<{ at: Date; fen: unknown }>(
    `SELECT t.posted_at AS at, CASE WHEN p.credit_account_id = a.id THEN p.amount ELSE -p.amount END AS fen
     FROM ledger_account a
     JOIN ledger_posting p ON a.id IN (p.credit_account_id, p.debit_account_id)
     JOIN ledger_tx t ON t.id = p.tx_id
     WHERE a.owner_id = ? AND a.code IN ('SV_PRINCIPAL', 'SV_BONUS')`,
    [customerId],
  );
  return rows.map(({ at, fen }) => ({ month: monthAt(at), fen: Number(fen) }));
}

/** Opening, closing, and the sum of each month's lines, as the raw postings have them. */
async function expectMonths(customerId: string, months: readonly string[]): Promise<MonthSight[]> {
  const raw = await rawMovements(customerId);
  const sum = (some: typeof raw): number => some.reduce((all, { fen }) => all + fen, 0);
  const sights: MonthSight[] = [];
  for (const month of months) {
    const sight = await queries.month(customerId, month);
    const moved = sight.entries.map(({ principalFen, bonusFen }) => principalFen + bonusFen);
    expect({
      month,
      opening: sight.openingFen,
      moved: moved.reduce((all, fen) => all + fen, 0),
      closing: sight.closingFen,
      newest: sight.entries[0]?.balanceAfter ?? sight.closingFen,
    }).toEqual({
      month,
      opening: sum(raw.filter((one) => one.month < month)),
      moved: sum(raw.filter((one) => one.month === month)),
      closing: sum(raw.filter((one) => one.month <= month)),
      newest: sum(raw.filter((one) => one.month <= month)),
    });
    sights.push(sight);
  }
  return sights;
}

describe('a statement of a month', () => {
  it('is what the raw postings say, for many lines over many months, some of them empty', async () => {
    const customer = newId();
    const months = Array.from({ length: 14 }, (_, n) => monthAt(wall(month(n + 1))));
    await topUp(customer, wall('2025-02-11T10:00:00'), 900_000, 90_000);
    for (const [n, at] of instants(months).entries()) {
      if (n % 9 === 8) await topUp(customer, at, 10_000 + n, 1_000);
      else await spend(customer, at, 701 + n);
    }
    const sights = await expectMonths(customer, months);
    const counts = sights.map(({ entries }) => entries.length);
    expect(counts[0]).toBe(0);
    expect(Math.max(...counts)).toBeGreaterThan(200);
    expect(counts.slice(2, -1).filter((count) => count === 0)).not.toEqual([]);
  });

  it('begins at midnight by the salon’s wall, to the millisecond', async () => {
    const customer = newId();
    await topUp(customer, wall('2025-05-31T23:59:59.999'), 50_000);
    await spend(customer, wall('2025-06-01T00:00:00.000'), 300);
    await spend(customer, wall('2025-06-30T23:59:59.999'), 50);
    await spend(customer, wall('2025-07-01T00:00:00.000'), 7);
    const sights = await expectMonths(customer, ['2025-04', '2025-05', '2025-06', '2025-07']);
    expect(sights.map(({ entries }) => entries.length)).toEqual([0, 1, 2, 1]);
    expect(sights.map(({ closingFen }) => closingFen)).toEqual([0, 50_000, 49_650, 49_643]);
  });

  it('holds where two paid at once and the later number has the earlier time', async () => {
    const customer = newId();
    await topUp(customer, wall('2025-05-03T10:00:00'), 50_000, 5_000);
    await spend(customer, wall('2025-05-20T10:00:00.020'), 100);
    await spend(customer, wall('2025-05-20T10:00:00.010'), 20);
    await spend(customer, wall('2025-07-01T00:00:00.030'), 3_000);
    await spend(customer, wall('2025-06-30T23:59:59.990'), 400);
    await spend(customer, wall('2025-07-01T00:00:00.020'), 50_000);
    await expectMonths(customer, ['2025-05', '2025-06', '2025-07', '2025-08']);
  });

  it('carries the hash of its last line, whichever account that is on', async () => {
    const customer = newId();
    await topUp(customer, wall('2025-05-03T10:00:00'), 50_000, 5_000);
    const lines = await books.database.rows<{ hash: string; code: string }>(
      `SELECT LOWER(HEX(l.hash)) AS hash, a.code FROM account_line l JOIN ledger_account a ON a.id = l.account_id
       WHERE a.owner_id = ? ORDER BY l.tx_id DESC, l.line DESC`,
      [customer],
    );
    const [may, june] = await expectMonths(customer, ['2025-05', '2025-06']);
    expect(lines.map(({ code }) => code)).toEqual(['SV_BONUS', 'SV_PRINCIPAL']);
    expect(may?.sealHash).toBe(lines[0]?.hash);
    expect(june?.sealHash).toBe('');
  });

  it('is empty for who never had anything', async () => {
    const [sight] = await expectMonths(newId(), ['2025-05']);
    expect(sight).toMatchObject({ entries: [], openingFen: 0, closingFen: 0, sealHash: '' });
  });
});

/** The first instant of the n-th month of 2025 and on. */
function month(n: number): string {
  const [year, of] = [2025 + Math.floor((n - 1) / 12), ((n - 1) % 12) + 1];
  return `${year}-${String(of).padStart(2, '0')}-01T00:00:00`;
}

/** From the third month on: every third one has nothing, one has more than a page, the others a few. */
function instants(months: readonly string[]): Date[] {
  return months.slice(2).flatMap((of, n) => {
    const count = n % 3 === 2 ? 0 : n === 4 ? 210 : 4;
    return Array.from({ length: count }, (_, k) => {
      const at = wall(`${of}-01T00:00:00`).getTime() + Math.floor((k * 27 * 86_400_000) / count);
      return new Date(at);
    });
  });
}
