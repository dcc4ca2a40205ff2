import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

const STATES = "'requested', 'rejected', 'approved', 'processing', 'success', 'abnormal', 'closed'";

const UP = [
  // A refund that WeChat goes on refusing is taken out of sending: one person asks, another agrees. `by_hand` waits to
  // be paid another way; `paid_by_hand_at` is when that was done. What was taken out is never sent again.
  `ALTER TABLE payment_refund
     ADD COLUMN by_hand_asked_id VARCHAR(40) ${KEY} NULL,
     ADD COLUMN by_hand_asked_name VARCHAR(40) NULL,
     ADD COLUMN by_hand_asked_at DATETIME(3) NULL,
     ADD COLUMN by_hand_reason VARCHAR(200) NULL,
     ADD COLUMN by_hand_id VARCHAR(40) ${KEY} NULL,
     ADD COLUMN by_hand_name VARCHAR(40) NULL,
     ADD COLUMN by_hand_at DATETIME(3) NULL,
     ADD COLUMN paid_by_hand_at DATETIME(3) NULL`,
  'ALTER TABLE payment_refund DROP CONSTRAINT chk_payment_refund_state',
  `UPDATE payment_refund SET paid_by_hand_at = settled_at
   WHERE state = 'closed' AND last_answer = 'PAID_BY_HAND'`,
  `ALTER TABLE payment_refund
     ADD CONSTRAINT chk_payment_refund_states CHECK (state IN (${STATES}, 'by_hand')),
     ADD CONSTRAINT chk_payment_refund_by_hand CHECK (state <> 'by_hand' OR by_hand_at IS NOT NULL),
     ADD CONSTRAINT chk_payment_refund_not_sent_again CHECK (
       by_hand_at IS NULL OR state NOT IN ('requested', 'rejected', 'approved')
     ),
     ADD CONSTRAINT chk_payment_refund_by_hand_asked CHECK (
       (by_hand_asked_id IS NULL) = (by_hand_reason IS NULL)
       AND (by_hand_asked_id IS NULL) = (by_hand_asked_at IS NULL)
     ),
     ADD CONSTRAINT chk_payment_refund_by_hand_second CHECK (
       (by_hand_at IS NULL AND by_hand_id IS NULL)
       OR (by_hand_at IS NOT NULL AND by_hand_id IS NOT NULL AND by_hand_asked_id IS NOT NULL
           AND by_hand_id <> by_hand_asked_id)
     ),
     ADD CONSTRAINT chk_payment_refund_paid_by_hand CHECK (paid_by_hand_at IS NULL OR state = 'closed')`,
  // What somebody has to look into although the money has gone: each kind once for a refund, until a person says what
  // came of it. A row of its own, so that no later news of the order takes its place.
  `CREATE TABLE payment_refund_warning (
    refund_no CHAR(26) ${KEY} NOT NULL,
    kind VARCHAR(12) ${KEY} NOT NULL,
    raised_at DATETIME(3) NOT NULL,
    settled_at DATETIME(3) NULL,
    settled_by_id VARCHAR(40) ${KEY} NULL,
    settled_by_name VARCHAR(40) NULL,
    outcome VARCHAR(12) ${KEY} NULL,
    note VARCHAR(200) NULL,
    PRIMARY KEY (refund_no, kind),
    KEY ix_payment_refund_warning_open (settled_at),
    CONSTRAINT chk_payment_refund_warning_kind CHECK (kind IN ('taken_late', 'paid_twice')),
    CONSTRAINT chk_payment_refund_warning_settled CHECK (
      (settled_at IS NULL AND settled_by_id IS NULL AND outcome IS NULL AND note IS NULL)
      OR (settled_at IS NOT NULL AND settled_by_id IS NOT NULL AND settled_by_name IS NOT NULL
          AND outcome IS NOT NULL AND note IS NOT NULL)
    ),
    CONSTRAINT chk_payment_refund_warning_outcome CHECK (outcome IN ('returned', 'loss', 'not_twice')),
    CONSTRAINT fk_payment_refund_warning_refund FOREIGN KEY (refund_no)
      REFERENCES payment_refund (refund_no) ON DELETE RESTRICT
  ) ${TABLE}`,
  `INSERT INTO payment_refund_warning (refund_no, kind, raised_at)
   SELECT r.refund_no, 'paid_twice', r.paid_by_hand_at FROM payment_refund r
   JOIN payment_order o ON o.order_no = r.order_no
   WHERE o.attention = 'refund_paid_twice' AND r.paid_by_hand_at IS NOT NULL`,
  `UPDATE payment_order SET attention = NULL WHERE attention = 'refund_paid_twice'`,
];

const DOWN = [
  `UPDATE payment_order SET attention = 'refund_paid_twice' WHERE order_no IN (
     SELECT r.order_no FROM payment_refund r JOIN payment_refund_warning w ON w.refund_no = r.refund_no
     WHERE w.kind = 'paid_twice' AND w.settled_at IS NULL)`,
  'DROP TABLE payment_refund_warning',
  ...['states', 'by_hand', 'not_sent_again', 'by_hand_asked', 'by_hand_second', 'paid_by_hand'].map(
    (name) => `ALTER TABLE payment_refund DROP CONSTRAINT chk_payment_refund_${name}`,
  ),
  `UPDATE payment_refund SET last_answer = 'PAID_BY_HAND' WHERE paid_by_hand_at IS NOT NULL`,
  // The software before this pays an abnormal one by hand, and asks WeChat about it: it is not sent either.
  `UPDATE payment_refund SET state = 'abnormal', next_try_at = NULL WHERE state = 'by_hand'`,
  `ALTER TABLE payment_refund
     ADD CONSTRAINT chk_payment_refund_state CHECK (state IN (${STATES})),
     ${[
       ...['by_hand_asked_id', 'by_hand_asked_name', 'by_hand_asked_at', 'by_hand_reason'],
       ...['by_hand_id', 'by_hand_name', 'by_hand_at', 'paid_by_hand_at'],
     ]
       .map((name) => `DROP COLUMN ${name}`)
       .join(', ')}`,
];

/** A way out for refunds that WeChat refuses for good, and warnings that stay until somebody has seen to them. */
export class RefundsByHand1760000000031 implements MigrationInterface {
  readonly name = 'RefundsByHand1760000000031';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of DOWN) await runner.query(sql);
  }
}
