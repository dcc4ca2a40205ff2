import {
  fromJsonColumn,
  insertSql,
  placeholders,
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { groupBy } from '../../../platform/collections/index.js';
import type { Because, Bill, BillLine, LineDiscount, LineKind, StaffShare } from '../rules/bill.js';

interface LineRow {
  readonly billId: string;
  readonly seq: unknown;
  readonly kind: LineKind;
  readonly itemId: string;
  readonly name: string;
  readonly unitFen: unknown;
  readonly quantity: unknown;
  readonly listFen: unknown;
  readonly priceFen: unknown;
  readonly payFen: unknown;
  readonly because: unknown;
  readonly note: string;
  readonly planVersion: unknown;
}

type ShareRow = StaffShare & { readonly billId: string; readonly lineSeq: unknown };
type DiscountRow = Omit<LineDiscount, 'amountFen'> & {
  readonly billId: string;
  readonly lineSeq: unknown;
  readonly amountFen: unknown;
};

const LINES = `SELECT bill_id AS billId, seq, kind, item_id AS itemId, name, unit_fen AS unitFen, quantity,
    list_fen AS listFen, price_fen AS priceFen, pay_fen AS payFen, because,
    ${wordsOf('l.note')} AS note, plan_version AS planVersion FROM bill_line l`;
const SHARES = `SELECT bill_id AS billId, line_seq AS lineSeq, staff_id AS staffId,
    share_permille AS sharePermille FROM bill_line_staff`;
const DISCOUNTS = `SELECT bill_id AS billId, line_seq AS lineSeq, kind, amount_fen AS amountFen,
    ${wordsOf('d.reason')} AS reason, given_by AS givenBy, given_name AS givenName, approved_by AS approvedBy, approved_name AS approvedName
  FROM bill_discount d`;

const keyOf = (billId: string, seq: unknown): string => `${billId} ${toSafeInteger(seq)}`;

/** The lines of some bills, in order, with people and discounts. Three round trips, however many bills. */
export async function linesOfBills(
  reader: Reader,
  billIds: readonly string[],
): Promise<ReadonlyMap<string, BillLine[]>> {
  if (billIds.length === 0) return new Map();
  const among = placeholders(billIds);
  const rows = await reader.rows<LineRow>(
    `${LINES} WHERE bill_id IN (${among}) ORDER BY bill_id, seq`,
    billIds,
  );
  const shares = groupBy(
    await reader.rows<ShareRow>(
      `${SHARES} WHERE bill_id IN (${among}) ORDER BY bill_id, line_seq, share_permille DESC, staff_id`,
      billIds,
    ),
    (row) => keyOf(row.billId, row.lineSeq),
  );
  const discounts = new Map(
    (await reader.rows<DiscountRow>(`${DISCOUNTS} WHERE bill_id IN (${among})`, billIds)).map(
      (row) => [keyOf(row.billId, row.lineSeq), row],
    ),
  );
  const lines = rows.map((row) => {
    const key = keyOf(row.billId, row.seq);
    return { billId: row.billId, line: toLine(row, shares.get(key) ?? [], discounts.get(key)) };
  });
  return new Map(
    [...groupBy(lines, ({ billId }) => billId)].map(([id, found]) => [
      id,
      found.map(({ line }) => line),
    ]),
  );
}

function toLine(
  row: LineRow,
  shares: readonly ShareRow[],
  discount: DiscountRow | undefined,
): BillLine {
  const { kind, itemId, name, note } = row;
  return {
    ...{ seq: toSafeInteger(row.seq), kind, itemId, name, note },
    ...{ unitFen: toSafeInteger(row.unitFen), quantity: toSafeInteger(row.quantity) },
    ...{ listFen: toSafeInteger(row.listFen), priceFen: toSafeInteger(row.priceFen) },
    payFen: toSafeInteger(row.payFen),
    because: fromJsonColumn(row.because) as Because[],
    staff: shares.map(({ staffId, sharePermille }) => ({ staffId, sharePermille })),
    discount: discount ? toDiscount(discount) : null,
    planVersion: row.planVersion === null ? null : toSafeInteger(row.planVersion),
  };
}

function toDiscount(row: DiscountRow): LineDiscount {
  const { kind, reason, givenBy, givenName, approvedBy, approvedName } = row;
  const amountFen = toSafeInteger(row.amountFen);
  return { kind, amountFen, reason, givenBy, givenName, approvedBy, approvedName };
}

export async function linesOf(reader: Reader, billId: string): Promise<BillLine[]> {
  return (await linesOfBills(reader, [billId])).get(billId) ?? [];
}

/** Puts these lines in place of what was there; people and discounts go with their lines. */
export async function replaceLines(
  tx: Tx,
  { id: billId, customerId }: Pick<Bill, 'id' | 'customerId'>,
  lines: readonly BillLine[],
): Promise<void> {
  await tx.run('DELETE FROM bill_line WHERE bill_id = ?', [billId]);
  if (lines.length === 0) return;
  const columns = ['bill_id', 'seq', 'kind', 'item_id', 'name', 'unit_fen', 'quantity', 'list_fen'];
  await tx.run(
    insertSql(
      'bill_line',
      [...columns, 'price_fen', 'pay_fen', 'because', 'note_cipher', 'plan_version'],
      lines.length,
    ),
    lines.flatMap((line) => [
      ...[billId, line.seq, line.kind, line.itemId, line.name, line.unitFen, line.quantity],
      ...[line.listFen, line.priceFen, line.payFen, JSON.stringify(line.because)],
      ...[sealedFor(customerId, line.note), line.planVersion],
    ]),
  );
  const shares = lines.flatMap((line) =>
    line.staff.map((share) => [billId, line.seq, share.staffId, share.sharePermille]),
  );
  if (shares.length > 0)
    await tx.run(
      insertSql(
        'bill_line_staff',
        ['bill_id', 'line_seq', 'staff_id', 'share_permille'],
        shares.length,
      ),
      shares.flat(),
    );
  const discounts = lines.flatMap(({ seq, discount }) => (discount ? [{ seq, discount }] : []));
  if (discounts.length > 0)
    await tx.run(
      insertSql(
        'bill_discount',
        [
          ...[
            'bill_id',
            'line_seq',
            'kind',
            'amount_fen',
            'reason_cipher',
            'given_by',
            'given_name',
          ],
          ...['approved_by', 'approved_name'],
        ],
        discounts.length,
      ),
      discounts.flatMap(({ seq, discount }) => [
        ...[billId, seq, discount.kind, discount.amountFen],
        ...[sealedFor(customerId, discount.reason), discount.givenBy, discount.givenName],
        ...[discount.approvedBy, discount.approvedName],
      ]),
    );
}

/** What somebody gave away whole in a store from one day up to another, in fen, without this bill. */
export async function complimentaryFen(
  reader: Reader,
  who: { readonly staffId: string; readonly storeId: string; readonly exceptBill: string },
  from: string,
  to: string,
): Promise<number> {
  const row = await reader.row<{ sum: unknown }>(
    `SELECT COALESCE(SUM(d.amount_fen), 0) AS sum FROM bill_discount d JOIN bill b ON b.id = d.bill_id
     WHERE d.kind = 'complimentary' AND COALESCE(d.approved_by, d.given_by) = ? AND b.is_live = 1
       AND b.store_id = ? AND b.id <> ? AND b.on_date BETWEEN ? AND ?`,
    [who.staffId, who.storeId, who.exceptBill, from, to],
  );
  return toSafeInteger(row?.sum ?? 0);
}
