import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const UP = [
  // The log's rows are never changed, not even to chain them: links lie in a table of their own.
  'ALTER TABLE audit_log DROP COLUMN previous_hash, DROP COLUMN row_hash',
  'ALTER TABLE audit_log ADD KEY ix_audit_log_action (action, id)',
  `CREATE TABLE audit_chain (
    seq BIGINT UNSIGNED NOT NULL,
    audit_id BIGINT UNSIGNED NOT NULL,
    previous_hash BINARY(32) NOT NULL,
    row_hash BINARY(32) NOT NULL,
    key_id CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (seq),
    UNIQUE KEY uq_audit_chain_audit (audit_id)
  ) ${TABLE}`,
];

const BACK = [
  'DROP TABLE IF EXISTS audit_chain',
  'ALTER TABLE audit_log DROP KEY ix_audit_log_action',
  'ALTER TABLE audit_log ADD COLUMN previous_hash BINARY(32) NULL, ADD COLUMN row_hash BINARY(32) NULL',
];

/** Every entry of the audit log gets a link on top of the one before, so that none can be changed or taken away unseen. */
export class AuditChain1760000000044 implements MigrationInterface {
  readonly name = 'AuditChain1760000000044';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
