import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

const STATEMENTS = [
  `CREATE TABLE shift_request (
    id CHAR(26) ${KEY} NOT NULL,
    staff_id CHAR(26) ${KEY} NOT NULL,
    store_id CHAR(26) ${KEY} NOT NULL,
    kind VARCHAR(8) ${KEY} NOT NULL,
    leave_kind VARCHAR(12) ${KEY} NULL,
    first_date DATE NOT NULL,
    last_date DATE NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    template_id CHAR(26) ${KEY} NULL,
    seen_mark VARCHAR(16) ${KEY} NULL,
    state VARCHAR(12) ${KEY} NOT NULL,
    version TINYINT UNSIGNED NOT NULL,
    asked_at DATETIME(3) NOT NULL,
    block_id CHAR(26) ${KEY} NULL,
    PRIMARY KEY (id),
    KEY ix_shift_request_store (store_id, state, asked_at),
    KEY ix_shift_request_staff (staff_id, asked_at),
    CONSTRAINT chk_shift_request_kind CHECK (
      (kind = 'leave' AND leave_kind IN ('annual', 'rest', 'personal', 'sick', 'other')
        AND template_id IS NULL AND seen_mark IS NULL)
      OR (kind = 'change' AND leave_kind IS NULL AND seen_mark IS NOT NULL AND first_date = last_date)
    ),
    CONSTRAINT chk_shift_request_order CHECK (ends_at > starts_at AND last_date >= first_date),
    -- A state is reached in one way only, so its version says that none was left out.
    CONSTRAINT chk_shift_request_state CHECK (
      (state = 'asked' AND version = 1)
      OR (state IN ('approved', 'refused', 'withdrawn') AND version = 2)
      OR (state = 'called_off' AND version = 3 AND kind = 'leave')
    ),
    CONSTRAINT chk_shift_request_block CHECK (
      block_id IS NULL OR (kind = 'leave' AND state = 'approved')
    ),
    CONSTRAINT fk_shift_request_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE CASCADE,
    CONSTRAINT fk_shift_request_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE CASCADE
  ) ${TABLE}`,
  // A day is in one request of a person that waits: the second is refused by the key, whoever sends it.
  `CREATE TABLE shift_request_day (
    staff_id CHAR(26) ${KEY} NOT NULL,
    local_date DATE NOT NULL,
    request_id CHAR(26) ${KEY} NOT NULL,
    PRIMARY KEY (staff_id, local_date),
    KEY ix_shift_request_day_request (request_id),
    CONSTRAINT fk_shift_request_day_request FOREIGN KEY (request_id)
      REFERENCES shift_request (id) ON DELETE CASCADE
  ) ${TABLE}`,
  `CREATE TABLE shift_request_change (
    request_id CHAR(26) ${KEY} NOT NULL,
    seq TINYINT UNSIGNED NOT NULL,
    state VARCHAR(12) ${KEY} NOT NULL,
    by_id CHAR(26) ${KEY} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    at DATETIME(3) NOT NULL,
    words_sealed VARBINARY(1200) NULL,
    PRIMARY KEY (request_id, seq),
    CONSTRAINT chk_shift_request_change_state CHECK (
      (state = 'asked' AND seq = 1)
      OR (state IN ('approved', 'refused', 'withdrawn') AND seq = 2)
      OR (state = 'called_off' AND seq = 3)
    ),
    CONSTRAINT chk_shift_request_change_words CHECK (
      state NOT IN ('refused', 'called_off') OR words_sealed IS NOT NULL
    ),
    CONSTRAINT fk_shift_request_change_request FOREIGN KEY (request_id)
      REFERENCES shift_request (id) ON DELETE CASCADE
  ) ${TABLE}`,
];

/** Members of staff ask for leave or other hours, and somebody who plans decides. */
export class ShiftRequests1760000000078 implements MigrationInterface {
  readonly name = 'ShiftRequests1760000000078';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['shift_request_change', 'shift_request_day', 'shift_request'])
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
