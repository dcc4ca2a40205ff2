import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

const OUTBOX = [
  `CREATE TABLE outbox_event (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    topic VARCHAR(64) ${KEY} NOT NULL,
    store_id CHAR(26) ${KEY} NULL,
    subject_id VARCHAR(40) ${KEY} NOT NULL,
    payload JSON NOT NULL,
    created_at DATETIME(3) NOT NULL,
    dispatched_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    KEY ix_outbox_event_undispatched (dispatched_at, id)
  ) ${TABLE}`,
  `CREATE TABLE job (
    id CHAR(26) ${KEY} NOT NULL,
    queue VARCHAR(80) ${KEY} NOT NULL,
    payload JSON NOT NULL,
    state VARCHAR(8) ${KEY} NOT NULL,
    run_at DATETIME(3) NOT NULL,
    lease_owner VARCHAR(80) ${KEY} NULL,
    lease_until DATETIME(3) NULL,
    attempts INT UNSIGNED NOT NULL DEFAULT 0,
    max_attempts INT UNSIGNED NOT NULL,
    last_error VARCHAR(500) NULL,
    dedupe_key VARCHAR(160) ${KEY} NULL,
    created_at DATETIME(3) NOT NULL,
    finished_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_job_dedupe (dedupe_key),
    KEY ix_job_due (state, run_at),
    KEY ix_job_lease (lease_owner),
    KEY ix_job_finished (state, finished_at),
    CONSTRAINT chk_job_state CHECK (state IN ('ready', 'done', 'dead')),
    CONSTRAINT chk_job_attempts CHECK (max_attempts > 0)
  ) ${TABLE}`,
  `CREATE TABLE sweep (
    name VARCHAR(64) ${KEY} NOT NULL,
    lease_owner VARCHAR(80) ${KEY} NULL,
    lease_until DATETIME(3) NULL,
    started_at DATETIME(3) NULL,
    finished_at DATETIME(3) NULL,
    PRIMARY KEY (name)
  ) ${TABLE}`,
];

const GUARDS = [
  `CREATE TABLE idempotency_key (
    principal VARCHAR(64) ${KEY} NOT NULL,
    operation VARCHAR(64) ${KEY} NOT NULL,
    key_value VARCHAR(64) ${KEY} NOT NULL,
    request_hash BINARY(32) NOT NULL,
    response JSON NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (principal, operation, key_value),
    KEY ix_idempotency_key_created (created_at)
  ) ${TABLE}`,
  `CREATE TABLE rate_limit (
    bucket BINARY(32) NOT NULL,
    hits INT UNSIGNED NOT NULL,
    window_ends_at DATETIME(3) NOT NULL,
    PRIMARY KEY (bucket),
    KEY ix_rate_limit_window (window_ends_at)
  ) ${TABLE}`,
];

const TRUST = [
  `CREATE TABLE subject_key (
    subject_id CHAR(26) ${KEY} NOT NULL,
    kek_version INT UNSIGNED NOT NULL,
    wrapped_key VARBINARY(128) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (subject_id),
    KEY ix_subject_key_version (kek_version, subject_id)
  ) ${TABLE}`,
  // The two hash columns are filled by the sealing job that makes the trail tamper-evident; rows are never changed
  // otherwise. They are nullable because sealing happens after the fact, in id order.
  `CREATE TABLE audit_log (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    at DATETIME(3) NOT NULL,
    actor_kind VARCHAR(8) ${KEY} NOT NULL,
    actor_id VARCHAR(64) ${KEY} NOT NULL,
    action VARCHAR(64) ${KEY} NOT NULL,
    subject_kind VARCHAR(32) ${KEY} NOT NULL,
    subject_id VARCHAR(64) ${KEY} NOT NULL,
    detail JSON NULL,
    request_id VARCHAR(64) ${KEY} NULL,
    previous_hash BINARY(32) NULL,
    row_hash BINARY(32) NULL,
    PRIMARY KEY (id),
    KEY ix_audit_log_subject (subject_kind, subject_id, id),
    KEY ix_audit_log_actor (actor_kind, actor_id, id),
    KEY ix_audit_log_at (at),
    CONSTRAINT chk_audit_log_actor CHECK (actor_kind IN ('client', 'staff', 'system'))
  ) ${TABLE}`,
];

/** What the platform itself keeps: events, jobs, sweeps, idempotency keys, rate limits, wrapped keys, the audit trail. */
export class Platform1760000000001 implements MigrationInterface {
  readonly name = 'Platform1760000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...OUTBOX, ...GUARDS, ...TRUST]) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const tables = [
      'outbox_event',
      'job',
      'sweep',
      'idempotency_key',
      'rate_limit',
      'subject_key',
      'audit_log',
    ];
    for (const table of tables) await queryRunner.query(`DROP TABLE ${table}`);
  }
}
