import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const LINES = [
  'ALTER TABLE bill_line DROP CONSTRAINT chk_bill_line_kind',
  `ALTER TABLE bill_line ADD CONSTRAINT chk_bill_line_what CHECK (kind IN ('service', 'product', 'package', 'top_up'))`,
  // A line of a card is one card, and nothing is ever taken off its price.
  `ALTER TABLE bill_line ADD CONSTRAINT chk_bill_line_card CHECK (
    kind IN ('service', 'product') OR (quantity = 1 AND price_fen = list_fen AND pay_fen = list_fen)
  )`,
];

// What is kept for the client is paid with money or, a package, with stored value; not with points, and nobody owes it.
const TENDERS = [
  'ALTER TABLE bill_tender ADD COLUMN card_fen BIGINT UNSIGNED NOT NULL DEFAULT 0 AFTER product_fen',
  'ALTER TABLE bill_tender DROP CONSTRAINT chk_bill_tender_amount',
  `ALTER TABLE bill_tender ADD CONSTRAINT chk_bill_tender_parts CHECK (
    amount_fen > 0 AND amount_fen = service_fen + product_fen + card_fen
  )`,
  `ALTER TABLE bill_tender ADD CONSTRAINT chk_bill_tender_card CHECK (card_fen = 0 OR kind NOT IN ('points', 'debt'))`,
];

// A sale that a bill made belongs to one line of it, for good: it is undone with its bill.
const OF_BILLS = [
  `ALTER TABLE top_up ADD COLUMN bill_id ${ID} NULL, ADD COLUMN bill_line SMALLINT UNSIGNED NULL`,
  'ALTER TABLE top_up ADD CONSTRAINT uq_top_up_bill UNIQUE (bill_id, bill_line)',
  'ALTER TABLE top_up ADD CONSTRAINT chk_top_up_bill CHECK ((bill_id IS NULL) = (bill_line IS NULL))',
  `ALTER TABLE package ADD COLUMN bill_id ${ID} NULL, ADD COLUMN bill_line SMALLINT UNSIGNED NULL`,
  'ALTER TABLE package ADD CONSTRAINT uq_package_bill UNIQUE (bill_id, bill_line)',
  'ALTER TABLE package ADD CONSTRAINT chk_package_bill CHECK ((bill_id IS NULL) = (bill_line IS NULL))',
];

const TOP_UP_TENDERS = [
  'ALTER TABLE top_up DROP CONSTRAINT chk_top_up_tender',
  'ALTER TABLE top_up DROP CONSTRAINT chk_top_up_proof',
  `ALTER TABLE top_up ADD CONSTRAINT chk_top_up_means CHECK (
    tender IN ('wechat', 'cash', 'bank_card', 'opening') OR (tender IN ('paycode', 'mixed') AND bill_id IS NOT NULL)
  )`,
  `ALTER TABLE top_up ADD CONSTRAINT chk_top_up_evidence CHECK (
    (tender = 'wechat' AND order_no IS NOT NULL)
    OR tender IN ('cash', 'paycode', 'mixed')
    OR (tender = 'bank_card' AND tender_reference IS NOT NULL)
    OR (tender = 'opening' AND batch_id IS NOT NULL AND batch_row IS NOT NULL)
  )`,
];

const BACK = [
  ...['chk_top_up_evidence', 'chk_top_up_means'].map(
    (name) => `ALTER TABLE top_up DROP CONSTRAINT ${name}`,
  ),
  `ALTER TABLE top_up ADD CONSTRAINT chk_top_up_proof CHECK (
    (tender = 'wechat' AND order_no IS NOT NULL)
    OR (tender = 'cash')
    OR (tender = 'bank_card' AND tender_reference IS NOT NULL)
    OR (tender = 'opening' AND batch_id IS NOT NULL AND batch_row IS NOT NULL)
  )`,
  `ALTER TABLE top_up ADD CONSTRAINT chk_top_up_tender CHECK (tender IN ('wechat', 'cash', 'bank_card', 'opening'))`,
  ...['top_up', 'package'].map((table) => `ALTER TABLE ${table} DROP CONSTRAINT chk_${table}_bill`),
  'ALTER TABLE top_up DROP INDEX uq_top_up_bill',
  'ALTER TABLE package DROP INDEX uq_package_bill',
  'ALTER TABLE top_up DROP COLUMN bill_id, DROP COLUMN bill_line',
  'ALTER TABLE package DROP COLUMN bill_id, DROP COLUMN bill_line',
  ...['chk_bill_tender_card', 'chk_bill_tender_parts'].map(
    (name) => `ALTER TABLE bill_tender DROP CONSTRAINT ${name}`,
  ),
  `ALTER TABLE bill_tender ADD CONSTRAINT chk_bill_tender_amount CHECK (
    amount_fen > 0 AND amount_fen = service_fen + product_fen
  )`,
  'ALTER TABLE bill_tender DROP COLUMN card_fen',
  ...['chk_bill_line_card', 'chk_bill_line_what'].map(
    (name) => `ALTER TABLE bill_line DROP CONSTRAINT ${name}`,
  ),
  `ALTER TABLE bill_line ADD CONSTRAINT chk_bill_line_kind CHECK (kind IN ('service', 'product'))`,
];

/** Packages and top-ups are sold on bills. */
export class BillCards1760000000029 implements MigrationInterface {
  readonly name = 'BillCards1760000000029';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...LINES, ...TENDERS, ...OF_BILLS, ...TOP_UP_TENDERS])
      await runner.query(sql);
  }

  /** @throws Error before anything is changed where a bill sold a card: which one did would be lost */
  async down(runner: QueryRunner): Promise<void> {
    const sold: unknown = await runner.query(
      `SELECT 1 FROM bill_line WHERE kind IN ('package', 'top_up') LIMIT 1`,
    );
    if (Array.isArray(sold) && sold.length > 0)
      throw new Error('bills have sold cards: there is no way back from here');
    for (const sql of BACK) await runner.query(sql);
  }
}
