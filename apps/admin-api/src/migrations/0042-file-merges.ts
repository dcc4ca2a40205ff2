import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;

const UP = [
  // What moved, part by part, so that it can go back; words and former basics lie under the key of the file that went on.
  `CREATE TABLE file_merge (
    id ${ID} NOT NULL,
    from_id ${ID} NOT NULL,
    to_id ${ID} NOT NULL,
    state VARCHAR(8) ${KEY} NOT NULL,
    moved JSON NOT NULL,
    followers JSON NOT NULL,
    reason_cipher VARBINARY(1024) NOT NULL,
    before_cipher VARBINARY(2048) NOT NULL,
    by_kind VARCHAR(8) ${KEY} NOT NULL,
    by_id VARCHAR(64) ${KEY} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    at DATETIME(3) NOT NULL,
    undo_reason_cipher VARBINARY(1024) NULL,
    undone_by ${ID} NULL,
    undone_by_name VARCHAR(40) NULL,
    undone_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    KEY ix_file_merge_from (from_id, id),
    KEY ix_file_merge_to (to_id, id),
    CONSTRAINT chk_file_merge_two CHECK (from_id <> to_id),
    CONSTRAINT chk_file_merge_state CHECK (state IN ('done', 'undone')),
    CONSTRAINT chk_file_merge_undone CHECK (
      (state = 'undone') = (undone_at IS NOT NULL) AND (undone_at IS NULL) = (undone_by IS NULL)
      AND (undone_at IS NULL) = (undone_by_name IS NULL)
      AND (undone_at IS NULL) = (undo_reason_cipher IS NULL)
    ),
    CONSTRAINT fk_file_merge_from FOREIGN KEY (from_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_file_merge_to FOREIGN KEY (to_id) REFERENCES customer (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const BACK = ['DROP TABLE IF EXISTS file_merge'];

/** Which files were brought together, and what moved. */
export class FileMerges1760000000042 implements MigrationInterface {
  readonly name = 'FileMerges1760000000042';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
