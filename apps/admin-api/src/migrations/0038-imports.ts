import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const WORD = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';

const UP = [
  // What a file is called, its headings and a reason are words that people write: they are sealed. running is 1 or
  // NULL, so that one import writes at a time.
  `CREATE TABLE client_import (
    id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    state ${WORD} NOT NULL,
    running TINYINT(1) NULL,
    file_name_sealed VARBINARY(600) NULL,
    file_bytes INT UNSIGNED NOT NULL,
    part_count SMALLINT UNSIGNED NOT NULL,
    file_hash BINARY(32) NULL,
    format ${WORD} NULL,
    headings_sealed MEDIUMBLOB NULL,
    mapping JSON NULL,
    on_duplicate ${WORD} NULL,
    row_count INT UNSIGNED NULL,
    fault_count INT UNSIGNED NULL,
    undo_reason_sealed VARBINARY(1000) NULL,
    created_by ${ID} NOT NULL,
    created_by_name VARCHAR(60) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    checked_at DATETIME(3) NULL,
    started_at DATETIME(3) NULL,
    finished_at DATETIME(3) NULL,
    undone_by ${ID} NULL,
    undone_by_name VARCHAR(60) NULL,
    undone_at DATETIME(3) NULL,
    content_gone_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_client_import_running UNIQUE (running),
    KEY ix_client_import_store (store_id, id),
    KEY ix_client_import_hash (file_hash),
    KEY ix_client_import_content (content_gone_at, created_at),
    CONSTRAINT fk_client_import_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    CONSTRAINT chk_client_import_state CHECK (state IN (
      'uploading', 'read', 'checked', 'running', 'done', 'undoing', 'undone'
    )),
    CONSTRAINT chk_client_import_running CHECK (
      (running IS NULL OR running = 1) AND ((state IN ('running', 'undoing')) = (running IS NOT NULL))
    ),
    CONSTRAINT chk_client_import_duplicate CHECK (
      on_duplicate IS NULL OR on_duplicate IN ('skip', 'add', 'new')
    ),
    CONSTRAINT chk_client_import_undone CHECK ((state IN ('undoing', 'undone')) = (undone_by IS NOT NULL))
  ) ${TABLE}`,
  // The file as it comes, piece by piece; gone once its rows are read.
  `CREATE TABLE client_import_part (
    import_id ${ID} NOT NULL,
    seq SMALLINT UNSIGNED NOT NULL,
    content_sealed MEDIUMBLOB NOT NULL,
    PRIMARY KEY (import_id, seq),
    CONSTRAINT fk_client_import_part_import FOREIGN KEY (import_id) REFERENCES client_import (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // A row of the file and what became of it. Its number is its key: whatever happens in between, it is written once.
  `CREATE TABLE client_import_row (
    import_id ${ID} NOT NULL,
    row_no INT UNSIGNED NOT NULL,
    state ${WORD} NOT NULL,
    choice ${WORD} NULL,
    match_id ${ID} NULL,
    same_as_row INT UNSIGNED NULL,
    customer_id ${ID} NULL,
    file_version INT UNSIGNED NULL,
    joined TINYINT(1) NOT NULL DEFAULT 0,
    kept_because ${WORD} NULL,
    cells_sealed MEDIUMBLOB NULL,
    faults_sealed MEDIUMBLOB NULL,
    before_sealed MEDIUMBLOB NULL,
    PRIMARY KEY (import_id, row_no),
    KEY ix_client_import_row_state (import_id, state, row_no),
    KEY ix_client_import_row_customer (customer_id),
    KEY ix_client_import_row_match (match_id),
    CONSTRAINT fk_client_import_row_import FOREIGN KEY (import_id) REFERENCES client_import (id) ON DELETE RESTRICT,
    CONSTRAINT fk_client_import_row_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT chk_client_import_row_state CHECK (state IN (
      'read', 'ready', 'bad', 'duplicate', 'created', 'added', 'skipped', 'undone', 'kept'
    )),
    CONSTRAINT chk_client_import_row_choice CHECK (choice IS NULL OR choice IN ('skip', 'add', 'new')),
    CONSTRAINT chk_client_import_row_written CHECK (
      (state IN ('created', 'added', 'kept')) = (customer_id IS NOT NULL)
    ),
    CONSTRAINT chk_client_import_row_kept CHECK ((state = 'kept') = (kept_because IS NOT NULL))
  ) ${TABLE}`,
  // Which column was what in the last file with these headings.
  `CREATE TABLE client_import_mapping (
    headings_hash BINARY(32) NOT NULL,
    mapping JSON NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (headings_hash)
  ) ${TABLE}`,
];

const TABLES = [
  ...['client_import_mapping', 'client_import_row', 'client_import_part', 'client_import'],
];

/** Files of clients from elsewhere: what was in them, what became of each row. */
export class Imports1760000000038 implements MigrationInterface {
  readonly name = 'Imports1760000000038';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of TABLES) await runner.query(`DROP TABLE IF EXISTS ${name}`);
  }
}
