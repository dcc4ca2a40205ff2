import {
  insertSql,
  isDuplicateKey,
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import type { Bill } from '../rules/bill.js';
import type { TenderKind } from '../rules/tenders.js';

/** What paid for a part of a bill. Amounts in fen. */
export interface BillTender {
  readonly seq: number;
  readonly kind: TenderKind;
  readonly amountFen: number;
  readonly serviceFen: number;
  readonly productFen: number;
  readonly cardFen: number;
  readonly givenFen: number | null;
  readonly changeFen: number | null;
  readonly channel: string | null;
  readonly reference: string | null;
  readonly principalFen: number | null;
  readonly bonusFen: number | null;
  readonly points: number | null;
  readonly serviceSpendId: string | null;
  readonly productSpendId: string | null;
  readonly note: string;
}

const FIELDS = {
  seq: 'seq',
  kind: 'kind',
  amountFen: 'amount_fen',
  serviceFen: 'service_fen',
  productFen: 'product_fen',
  cardFen: 'card_fen',
  givenFen: 'given_fen',
  changeFen: 'change_fen',
  channel: 'channel',
  reference: 'reference',
  principalFen: 'principal_fen',
  bonusFen: 'bonus_fen',
  points: 'points',
  serviceSpendId: 'service_spend_id',
  productSpendId: 'product_spend_id',
  note: 'note',
} as const satisfies Record<keyof BillTender, string>;
const NAMES = Object.keys(FIELDS) as (keyof BillTender)[];

const AMOUNTS = ['givenFen', 'changeFen', 'principalFen', 'bonusFen', 'points'] as const;
const SURE = ['seq', 'amountFen', 'serviceFen', 'productFen', 'cardFen'] as const;

function toTender(row: Record<keyof BillTender, unknown>): BillTender {
  const sure = Object.fromEntries(SURE.map((name) => [name, toSafeInteger(row[name])]));
  const maybe = Object.fromEntries(
    AMOUNTS.map((name) => [name, row[name] === null ? null : toSafeInteger(row[name])]),
  );
  return { ...row, ...sure, ...maybe } as BillTender;
}

/** What paid for a bill, in order. */
export async function tendersOf(reader: Reader, billId: string): Promise<BillTender[]> {
  const rows = await reader.rows<Record<keyof BillTender, unknown>>(
    `SELECT ${NAMES.map((name) => `${name === 'note' ? wordsOf('t.note') : FIELDS[name]} AS ${name}`).join(', ')}
     FROM bill_tender t WHERE bill_id = ? ORDER BY seq`,
    [billId],
  );
  return rows.map(toTender);
}

/** @throws Refusal VOUCHER_USED */
export async function insertTenders(
  tx: Tx,
  { id: billId, customerId }: Pick<Bill, 'id' | 'customerId'>,
  tenders: readonly BillTender[],
): Promise<void> {
  if (tenders.length === 0) return;
  const columns = [
    'bill_id',
    'is_live',
    ...NAMES.map((name) => (name === 'note' ? 'note_cipher' : FIELDS[name])),
  ];
  const values = tenders.flatMap((tender) => [
    ...[billId, tender.kind === 'voucher' ? 1 : null],
    ...NAMES.map((name) => (name === 'note' ? sealedFor(customerId, tender.note) : tender[name])),
  ]);
  await tx
    .run(insertSql('bill_tender', columns, tenders.length), values)
    .catch((error: unknown) => {
      if (isDuplicateKey(error, 'uq_bill_tender_voucher')) return refuse('VOUCHER_USED');
      throw error;
    });
}

/** The vouchers of a reversed bill may be used again. */
export async function freeVouchers(tx: Tx, billId: string): Promise<void> {
  await tx.run('UPDATE bill_tender SET is_live = NULL WHERE bill_id = ?', [billId]);
}
