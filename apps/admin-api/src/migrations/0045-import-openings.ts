import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';

const UP = [
  // The signed protocol by which a file brings value along, and how much the last check found. Amounts in fen.
  `ALTER TABLE client_import
    ADD COLUMN opening_protocol_no VARCHAR(40) NULL,
    ADD COLUMN opening_everywhere TINYINT(1) NULL,
    ADD COLUMN opening_rows INT UNSIGNED NULL,
    ADD COLUMN opening_principal_fen BIGINT UNSIGNED NULL,
    ADD COLUMN opening_bonus_fen BIGINT UNSIGNED NULL,
    ADD CONSTRAINT chk_client_import_opening CHECK (
      (opening_protocol_no IS NULL) = (opening_everywhere IS NULL)
      AND (opening_everywhere IS NULL OR opening_everywhere IN (0, 1))
    )`,
  `ALTER TABLE client_import_row
    ADD COLUMN top_up_id ${ID} NULL,
    ADD CONSTRAINT uq_client_import_row_top_up UNIQUE (top_up_id),
    ADD CONSTRAINT fk_client_import_row_top_up FOREIGN KEY (top_up_id) REFERENCES top_up (id) ON DELETE RESTRICT`,
];

const BACK = [
  'ALTER TABLE client_import_row DROP FOREIGN KEY fk_client_import_row_top_up',
  'ALTER TABLE client_import_row DROP INDEX uq_client_import_row_top_up',
  'ALTER TABLE client_import_row DROP COLUMN top_up_id',
  ...['chk_client_import_opening'].map(
    (name) => `ALTER TABLE client_import DROP CONSTRAINT ${name}`,
  ),
  `ALTER TABLE client_import DROP COLUMN opening_protocol_no, DROP COLUMN opening_everywhere,
    DROP COLUMN opening_rows, DROP COLUMN opening_principal_fen, DROP COLUMN opening_bonus_fen`,
];

/** Files of clients bring along what the clients are owed. */
export class ImportOpenings1760000000045 implements MigrationInterface {
  readonly name = 'ImportOpenings1760000000045';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
