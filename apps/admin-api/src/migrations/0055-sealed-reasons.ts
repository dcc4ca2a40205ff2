import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 200 characters of up to four bytes, with the mark, the client's id and what sealing adds. */
const WORDS = 'VARBINARY(1000)';

/** Columns of free words by table, and how long they are in the clear where they may not be null. */
const TABLES: Readonly<Record<string, Readonly<Record<string, number | null>>>> = {
  bill: { note: 200 },
  bill_change: { reason: null },
  bill_confirmation: { dispute_note: null },
  bill_discount: { reason: 200 },
  bill_line: { note: 200 },
  bill_tender: { note: 200 },
  coupon_batch: { reason: null },
  coupon_change: { reason: null },
  customer_phone: { label: 20 },
  customer_tier_change: { reason: 200 },
  daily_close_count: { reason: null },
  package: { reverse_reason: null },
  package_change: { reason: null },
  payment_refund: { reason: 80, decision_note: null, by_hand_reason: null },
  payment_refund_warning: { note: null },
  points_adjustment: { reason: 200 },
  points_redemption: { close_note: null },
  resource_block: { reason: null },
  session_use: { reverse_reason: null, dispute_note: null },
  stored_value_refund: { reason: 200, decision_note: null },
  stored_value_refund_item: { payout_reference: null },
  till_shift_count: { reason: null },
  top_up: { reverse_reason: null },
  wallet_freeze: { reason: 200, release_reason: null },
  wallet_spend: { title: 60, reverse_reason: null, dispute_note: null },
  wallet_transfer: { reason: 200 },
};

/**
 * Rules that asked for words in the clear take sealed ones as well. None forbids sealed ones: a process of the version
 * before, which knows nothing of them, leaves them where they are.
 */
const RULES = [
  `ALTER TABLE bill DROP CONSTRAINT chk_bill_awaiting, ADD CONSTRAINT chk_bill_asked CHECK (
     state <> 'awaiting' OR proposal IS NOT NULL OR proposal_cipher IS NOT NULL)`,
  `ALTER TABLE coupon_change DROP CONSTRAINT chk_coupon_change_reason,
     ADD CONSTRAINT chk_coupon_change_why CHECK (
       action <> 'revoke' OR reason IS NOT NULL OR reason_cipher IS NOT NULL)`,
  `ALTER TABLE customer_tier_change DROP CONSTRAINT chk_customer_tier_change_hand,
     ADD CONSTRAINT chk_customer_tier_change_why CHECK (
       kind <> 'by_hand' OR reason <> '' OR reason_cipher IS NOT NULL)`,
  `ALTER TABLE daily_close_count DROP CONSTRAINT chk_daily_close_count_reason,
     ADD CONSTRAINT chk_daily_close_count_why CHECK (
       difference_fen = 0 OR reason IS NOT NULL OR reason_cipher IS NOT NULL)`,
  `ALTER TABLE payment_refund DROP CONSTRAINT chk_payment_refund_by_hand_asked,
     ADD CONSTRAINT chk_payment_refund_by_hand_why CHECK (
       (by_hand_asked_id IS NULL) = (by_hand_asked_at IS NULL)
       AND (by_hand_asked_id IS NULL OR by_hand_reason IS NOT NULL OR by_hand_reason_cipher IS NOT NULL))`,
  `ALTER TABLE payment_refund_warning DROP CONSTRAINT chk_payment_refund_warning_settled,
     ADD CONSTRAINT chk_payment_refund_warning_over CHECK (
       (settled_at IS NULL AND settled_by_id IS NULL AND outcome IS NULL AND note IS NULL)
       OR (settled_at IS NOT NULL AND settled_by_id IS NOT NULL AND settled_by_name IS NOT NULL
           AND outcome IS NOT NULL AND (note IS NOT NULL OR note_cipher IS NOT NULL)))`,
  `ALTER TABLE till_shift_count DROP CONSTRAINT chk_till_shift_count_reason,
     ADD CONSTRAINT chk_till_shift_count_why CHECK (
       difference_fen = 0 OR reason IS NOT NULL OR reason_cipher IS NOT NULL)`,
];

/** The rules as they were: table, name now, name then, and what it asked for. */
const RULES_THEN = [
  ['bill', 'asked', 'awaiting', `(state = 'awaiting') = (proposal IS NOT NULL)`],
  ['coupon_change', 'why', 'reason', `action <> 'revoke' OR reason IS NOT NULL`],
  ['customer_tier_change', 'why', 'hand', `kind <> 'by_hand' OR reason <> ''`],
  ['daily_close_count', 'why', 'reason', 'difference_fen = 0 OR reason IS NOT NULL'],
  [
    ...['payment_refund', 'by_hand_why', 'by_hand_asked'],
    `(by_hand_asked_id IS NULL) = (by_hand_reason IS NULL)
     AND (by_hand_asked_id IS NULL) = (by_hand_asked_at IS NULL)`,
  ],
  [
    ...['payment_refund_warning', 'over', 'settled'],
    `(settled_at IS NULL AND settled_by_id IS NULL AND outcome IS NULL AND note IS NULL)
     OR (settled_at IS NOT NULL AND settled_by_id IS NOT NULL AND settled_by_name IS NOT NULL
         AND outcome IS NOT NULL AND note IS NOT NULL)`,
  ],
  ['till_shift_count', 'why', 'reason', 'difference_fen = 0 OR reason IS NOT NULL'],
];

const addOf = ([table, columns]: readonly [string, Readonly<Record<string, number | null>>]) => {
  const parts = Object.entries(columns).flatMap(([name, length]) => [
    `ADD COLUMN ${name}_cipher ${WORDS} NULL`,
    // The column in the clear stays for the version before; `seal-words` empties it.
    ...(length === null ? [] : [`MODIFY ${name} VARCHAR(${length}) NOT NULL DEFAULT ''`]),
  ]);
  return `ALTER TABLE ${table} ${parts.join(', ')}`;
};

const dropOf = ([table, columns]: readonly [string, Readonly<Record<string, number | null>>]) => {
  const parts = Object.entries(columns).flatMap(([name, length]) => [
    `DROP COLUMN ${name}_cipher`,
    ...(length === null ? [] : [`MODIFY ${name} VARCHAR(${length}) NOT NULL`]),
  ]);
  return `ALTER TABLE ${table} ${parts.join(', ')}`;
};

const UP = [
  ...Object.entries(TABLES).map(addOf),
  'ALTER TABLE bill ADD COLUMN proposal_cipher MEDIUMBLOB NULL',
  ...RULES,
];

const BACK = [
  ...RULES_THEN.map(
    ([table, now, then, check]) =>
      `ALTER TABLE ${table} DROP CONSTRAINT ${`chk_${table}_${now}`},
         ADD CONSTRAINT ${`chk_${table}_${then}`} CHECK (${check})`,
  ),
  'ALTER TABLE bill DROP COLUMN proposal_cipher',
  ...Object.entries(TABLES).map(dropOf),
];

/** What people write about money, cards, counts and phones is sealed; most of it under the client's own key. */
export class SealedReasons1760000000055 implements MigrationInterface {
  readonly name = 'SealedReasons1760000000055';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  /** @throws Error while anything is sealed: `seal-words --open` writes it back first */
  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(TABLES)) {
      const sealed = Object.keys(columns).map((name) => `${name}_cipher IS NOT NULL`);
      const sql = `SELECT 1 FROM ${table} WHERE ${sealed.join(' OR ')} LIMIT 1`;
      const left = (await runner.query(sql)) as unknown[];
      if (left.length > 0) throw new Error(`${table} holds sealed words: run seal-words --open`);
    }
    for (const sql of BACK) await runner.query(sql);
  }
}
