import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const REASONS = `'full', 'staff_away', 'not_suitable', 'talk_first', 'other'`;

/** It keeps its name, so it is not dropped for good. */
const HOLDER = 'chk_booking_slot_holder';
const heldBy = (kinds: string): string[] => [
  `ALTER TABLE booking_slot DROP CONSTRAINT ${HOLDER}`,
  `ALTER TABLE booking_slot ADD CONSTRAINT ${HOLDER} CHECK (holder_kind IN (${kinds}))`,
];

const POLICY = `CREATE TABLE booking_policy (
    store_id CHAR(26) ${KEY} NOT NULL,
    answer_minutes SMALLINT UNSIGNED NOT NULL,
    offer_minutes SMALLINT UNSIGNED NOT NULL,
    version INT UNSIGNED NOT NULL,
    changed_at DATETIME(3) NOT NULL,
    changed_by CHAR(26) ${KEY} NOT NULL,
    PRIMARY KEY (store_id),
    CONSTRAINT chk_booking_policy_answer CHECK (answer_minutes BETWEEN 10 AND 1440),
    CONSTRAINT chk_booking_policy_offer CHECK (offer_minutes BETWEEN 10 AND 2880),
    CONSTRAINT fk_booking_policy_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`;

/** Times that were offered instead, while they are kept for her; its slots are held by the offer of the visit. */
const OPTION = `CREATE TABLE appointment_option (
    id CHAR(26) ${KEY} NOT NULL,
    appointment_id CHAR(26) ${KEY} NOT NULL,
    seq TINYINT UNSIGNED NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    items JSON NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_appointment_option (appointment_id, seq),
    KEY ix_appointment_option_start (starts_at),
    CONSTRAINT chk_appointment_option_seq CHECK (seq BETWEEN 1 AND 3),
    CONSTRAINT chk_appointment_option_order CHECK (ends_at > starts_at),
    CONSTRAINT fk_appointment_option_visit FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE RESTRICT
  ) ${TABLE}`;

const VISIT = [
  `ALTER TABLE appointment ADD COLUMN held_for VARCHAR(8) ${KEY} NULL,
     ADD COLUMN expires_at DATETIME(3) NULL,
     ADD COLUMN escalates_at DATETIME(3) NULL,
     ADD COLUMN escalated_at DATETIME(3) NULL,
     ADD COLUMN decline_reason VARCHAR(16) ${KEY} NULL,
     ADD KEY ix_appointment_state_expiry (state, expires_at)`,
  // What waited until now waited for the start of the visit.
  `UPDATE appointment SET expires_at = starts_at WHERE state IN ('held', 'requested')`,
  `UPDATE appointment SET held_for = 'choice' WHERE state = 'held'`,
  // Whatever waits has an end, and only what waits has one.
  `ALTER TABLE appointment
     ADD CONSTRAINT chk_appointment_waits CHECK ((state IN ('held', 'requested')) = (expires_at IS NOT NULL)),
     ADD CONSTRAINT chk_appointment_held CHECK ((state = 'held') = (held_for IS NOT NULL)),
     ADD CONSTRAINT chk_appointment_held_for CHECK (held_for IS NULL OR held_for IN ('choice')),
     ADD CONSTRAINT chk_appointment_declined CHECK (
       decline_reason IS NULL OR (state = 'cancelled' AND decline_reason IN (${REASONS}))
     )`,
];

const CHECKS = ['waits', 'held', 'held_for', 'declined'];
const BACK = [
  ...CHECKS.map((name) => `ALTER TABLE appointment DROP CONSTRAINT chk_appointment_${name}`),
  `ALTER TABLE appointment DROP KEY ix_appointment_state_expiry, DROP COLUMN decline_reason,
     DROP COLUMN escalated_at, DROP COLUMN escalates_at, DROP COLUMN expires_at, DROP COLUMN held_for`,
  // What was kept for a choice is given back; the visit itself goes on waiting.
  `DELETE FROM booking_slot WHERE holder_kind = 'offer'`,
  ...heldBy(`'appointment', 'block'`),
  'DROP TABLE IF EXISTS appointment_option',
  'DROP TABLE IF EXISTS booking_policy',
];

/** A request is answered by a deadline: yes, no with a reason, or other times that are kept for her. */
export class Answers1760000000074 implements MigrationInterface {
  readonly name = 'Answers1760000000074';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [POLICY, OPTION, ...heldBy(`'appointment', 'block', 'offer'`), ...VISIT])
      await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
