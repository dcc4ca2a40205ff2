import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;
const CUSTOMER = 'REFERENCES customer (id) ON DELETE CASCADE';

const UP = [
  // Two files are one pair whichever is looked at first, and what somebody said of a pair stays said.
  `CREATE TABLE duplicate_pair (
    id ${ID} NOT NULL,
    low_id ${ID} NOT NULL,
    high_id ${ID} NOT NULL,
    state ${WORD} NOT NULL,
    same_phone TINYINT(1) NOT NULL,
    same_birthday TINYINT(1) NOT NULL,
    same_tail TINYINT(1) NOT NULL,
    found_at DATETIME(3) NOT NULL,
    dismissed_by ${ID} NULL,
    dismissed_by_name VARCHAR(60) NULL,
    dismissed_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_duplicate_pair_files UNIQUE (low_id, high_id),
    KEY ix_duplicate_pair_high (high_id),
    KEY ix_duplicate_pair_state (state, id),
    CONSTRAINT fk_duplicate_pair_low FOREIGN KEY (low_id) ${CUSTOMER},
    CONSTRAINT fk_duplicate_pair_high FOREIGN KEY (high_id) ${CUSTOMER},
    CONSTRAINT chk_duplicate_pair_order CHECK (low_id < high_id),
    CONSTRAINT chk_duplicate_pair_state CHECK (state IN ('open', 'dismissed')),
    CONSTRAINT chk_duplicate_pair_reason CHECK (same_phone + same_birthday + same_tail > 0),
    CONSTRAINT chk_duplicate_pair_dismissed CHECK ((state = 'dismissed') = (dismissed_at IS NOT NULL))
  ) ${TABLE}`,
  // How far the files and their changes were looked through: ids grow with time.
  `CREATE TABLE duplicate_walk (
    name ${WORD} NOT NULL,
    after_id VARCHAR(26) ${KEY} NOT NULL,
    PRIMARY KEY (name),
    CONSTRAINT chk_duplicate_walk_name CHECK (name IN ('files', 'changes'))
  ) ${TABLE}`,
  `INSERT INTO duplicate_walk (name, after_id) VALUES ('files', ''), ('changes', '')`,
];

/** Files that may be one person's. */
export class Duplicates1760000000049 implements MigrationInterface {
  readonly name = 'Duplicates1760000000049';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['duplicate_walk', 'duplicate_pair'])
      await runner.query(`DROP TABLE IF EXISTS ${name}`);
  }
}
