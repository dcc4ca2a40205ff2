import {
  fromJsonColumn,
  insertSql,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import type { Counted } from '../rules/count.js';
import { TENDER_KINDS, type TenderKind } from '../rules/tenders.js';
import { COUNT_FIELDS, countValues, toCounted, type CountRow } from './shifts.js';

/** What a store's day came to. Amounts in fen; what was reversed that day is taken off, whenever it was paid. */
export interface DayFigures {
  readonly billCount: number;
  readonly reversedCount: number;
  readonly listFen: number;
  readonly payFen: number;
  readonly discountFen: number;
  readonly serviceFen: number;
  readonly productFen: number;
  /** Of packages and top-ups: it came in, and is earned later. */
  readonly cardFen: number;
  readonly principalFen: number;
  readonly bonusFen: number;
  readonly tenders: Readonly<Record<TenderKind, number>>;
}

type KeptFigures = Omit<DayFigures, 'cardFen'> & Partial<Pick<DayFigures, 'cardFen'>>;

/** The close of a day as it was made. */
export interface DailyClose {
  readonly storeId: string;
  readonly date: string;
  readonly report: DayFigures;
  readonly counts: readonly Counted[];
  readonly closedName: string;
  readonly closedAt: Date;
}

const NOTHING_PAID = Object.fromEntries(TENDER_KINDS.map((kind) => [kind, 0])) as Record<
  TenderKind,
  number
>;

const SIGNED = `SELECT id, list_fen, pay_fen, 1 AS sign FROM bill WHERE store_id = ? AND paid_on = ?
  UNION ALL SELECT id, list_fen, pay_fen, -1 FROM bill WHERE store_id = ? AND reversed_on = ?`;

/** Adds up the bills of a day: those paid on it, less those reversed on it. */
export async function dayFigures(
  reader: Reader,
  storeId: string,
  date: string,
): Promise<DayFigures> {
  const day = [storeId, date, storeId, date];
  const bills = await reader.row<Record<string, unknown>>(
    `SELECT COALESCE(SUM(s.sign = 1), 0) AS billCount, COALESCE(SUM(s.sign = -1), 0) AS reversedCount,
       COALESCE(SUM(s.sign * CAST(s.list_fen AS SIGNED)), 0) AS listFen,
       COALESCE(SUM(s.sign * CAST(s.pay_fen AS SIGNED)), 0) AS payFen FROM (${SIGNED}) s`,
    day,
  );
  const rows = await reader.rows<Record<string, unknown> & { kind: TenderKind }>(
    `SELECT t.kind, SUM(s.sign * CAST(t.amount_fen AS SIGNED)) AS amountFen,
       SUM(s.sign * CAST(t.service_fen AS SIGNED)) AS serviceFen,
       SUM(s.sign * CAST(t.product_fen AS SIGNED)) AS productFen,
       SUM(s.sign * CAST(t.card_fen AS SIGNED)) AS cardFen,
       SUM(s.sign * CAST(COALESCE(t.principal_fen, 0) AS SIGNED)) AS principalFen,
       SUM(s.sign * CAST(COALESCE(t.bonus_fen, 0) AS SIGNED)) AS bonusFen
     FROM (${SIGNED}) s JOIN bill_tender t ON t.bill_id = s.id GROUP BY t.kind`,
    day,
  );
  const sum = (name: string): number =>
    rows.reduce((all, row) => all + toSafeInteger(row[name]), 0);
  const of = (name: string): number => toSafeInteger(bills?.[name] ?? 0);
  const tenders = Object.fromEntries(
    TENDER_KINDS.map((kind) => [
      kind,
      toSafeInteger(rows.find((row) => row.kind === kind)?.['amountFen'] ?? 0),
    ]),
  ) as Record<TenderKind, number>;
  return {
    ...{ billCount: of('billCount'), reversedCount: of('reversedCount') },
    ...{ listFen: of('listFen'), payFen: of('payFen'), discountFen: of('listFen') - of('payFen') },
    ...{ serviceFen: sum('serviceFen'), productFen: sum('productFen') },
    cardFen: sum('cardFen'),
    ...{ principalFen: sum('principalFen'), bonusFen: sum('bonusFen'), tenders },
  };
}

export async function insertClose(
  tx: Tx,
  close: Omit<DailyClose, 'closedName' | 'closedAt'> & {
    readonly by: { readonly id: string; readonly name: string };
    readonly at: Date;
  },
): Promise<void> {
  const { storeId, date, report, counts, by, at } = close;
  const columns = {
    ...{ store_id: storeId, on_date: date, bill_count: report.billCount },
    ...{ reversed_count: report.reversedCount, report: JSON.stringify(report) },
    ...{ closed_by: by.id, closed_name: by.name, closed_at: at },
  };
  await tx.run(insertSql('daily_close', Object.keys(columns), 1), Object.values(columns));
  const names = ['tender', 'expected_fen', 'counted_fen', 'difference_fen', 'reason_cipher'];
  await tx.run(
    insertSql('daily_close_count', ['store_id', 'on_date', ...names], counts.length),
    counts.flatMap((count) => [storeId, date, ...countValues(count)]),
  );
}

/** The close of a day; undefined while it is open. */
export async function closeOf(
  reader: Reader,
  storeId: string,
  date: string,
): Promise<DailyClose | undefined> {
  const row = await reader.row<{ report: unknown; closedName: string; closedAt: Date }>(
    `SELECT report, closed_name AS closedName, closed_at AS closedAt FROM daily_close
     WHERE store_id = ? AND on_date = ?`,
    [storeId, date],
  );
  if (!row) return undefined;
  const counts = await reader.rows<CountRow>(
    `SELECT ${COUNT_FIELDS} FROM daily_close_count c WHERE store_id = ? AND on_date = ? ORDER BY tender`,
    [storeId, date],
  );
  const kept = fromJsonColumn(row.report) as KeptFigures;
  // A close from before a way of paying or a kind of line came up says nothing of it.
  const report = {
    ...{ ...kept, cardFen: kept.cardFen ?? 0 },
    tenders: { ...NOTHING_PAID, ...kept.tenders },
  };
  return { storeId, date, report, counts: counts.map(toCounted), ...pick(row) };
}

const pick = ({ closedName, closedAt }: { closedName: string; closedAt: Date }) => ({
  closedName,
  closedAt,
});
