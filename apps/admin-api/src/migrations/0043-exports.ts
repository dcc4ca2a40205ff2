import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;

const UP = [
  // Nobody hands files out alone: whoever decides is somebody else than who asked. Words that people write are sealed.
  `CREATE TABLE client_export (
    id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    kind ${WORD} NOT NULL,
    format ${WORD} NOT NULL,
    state ${WORD} NOT NULL,
    columns_json JSON NOT NULL,
    filter_json JSON NOT NULL,
    with_phones TINYINT(1) NOT NULL,
    expected_rows INT UNSIGNED NOT NULL,
    reason_sealed VARBINARY(1000) NOT NULL,
    phones_reason_sealed VARBINARY(1000) NULL,
    requested_by ${ID} NOT NULL,
    requested_by_name VARCHAR(60) NOT NULL,
    requested_at DATETIME(3) NOT NULL,
    decided_by ${ID} NULL,
    decided_by_name VARCHAR(60) NULL,
    decided_at DATETIME(3) NULL,
    decline_reason_sealed VARBINARY(1000) NULL,
    row_count INT UNSIGNED NULL,
    file_bytes INT UNSIGNED NULL,
    ready_at DATETIME(3) NULL,
    closes_at DATETIME(3) NOT NULL,
    downloads INT UNSIGNED NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    KEY ix_client_export_store (store_id, id),
    KEY ix_client_export_closes (state, closes_at),
    CONSTRAINT fk_client_export_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    CONSTRAINT fk_client_export_requested FOREIGN KEY (requested_by) REFERENCES staff_member (id) ON DELETE RESTRICT,
    CONSTRAINT fk_client_export_decided FOREIGN KEY (decided_by) REFERENCES staff_member (id) ON DELETE RESTRICT,
    CONSTRAINT chk_client_export_kind CHECK (kind IN ('clients', 'de_identified')),
    CONSTRAINT chk_client_export_format CHECK (format IN ('csv', 'xlsx')),
    CONSTRAINT chk_client_export_state CHECK (state IN (
      'requested', 'withdrawn', 'declined', 'building', 'ready', 'closed'
    )),
    CONSTRAINT chk_client_export_two CHECK (decided_by IS NULL OR decided_by <> requested_by),
    CONSTRAINT chk_client_export_decided CHECK (
      (decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (decided_by_name IS NULL)
      AND (state NOT IN ('declined', 'building', 'ready') OR decided_by IS NOT NULL)
    ),
    CONSTRAINT chk_client_export_declined CHECK ((state = 'declined') = (decline_reason_sealed IS NOT NULL)),
    CONSTRAINT chk_client_export_ready CHECK (
      (ready_at IS NULL) = (row_count IS NULL) AND (ready_at IS NULL) = (file_bytes IS NULL)
      AND (state <> 'ready' OR ready_at IS NOT NULL) AND (ready_at IS NULL OR decided_by IS NOT NULL)
    ),
    CONSTRAINT chk_client_export_phones CHECK (
      (with_phones = 1) = (phones_reason_sealed IS NOT NULL) AND (with_phones = 0 OR kind = 'clients')
    )
  ) ${TABLE}`,
  // The file, piece by piece; gone once its day is over.
  `CREATE TABLE client_export_part (
    export_id ${ID} NOT NULL,
    seq SMALLINT UNSIGNED NOT NULL,
    content_sealed MEDIUMBLOB NOT NULL,
    PRIMARY KEY (export_id, seq),
    CONSTRAINT fk_client_export_part_export FOREIGN KEY (export_id) REFERENCES client_export (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

/** Lists of clients that leave the house: who asked why, who agreed, and the file for a day. */
export class Exports1760000000043 implements MigrationInterface {
  readonly name = 'Exports1760000000043';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['client_export_part', 'client_export'])
      await runner.query(`DROP TABLE IF EXISTS ${name}`);
  }
}
