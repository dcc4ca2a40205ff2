import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

const TABLES = [
  // What a client allowed: each accept in the mini-program is worth one message of that template.
  `CREATE TABLE message_credit (
    openid VARCHAR(64) ${KEY} NOT NULL,
    template_id VARCHAR(64) ${KEY} NOT NULL,
    credits INT NOT NULL,
    refused_at DATETIME(3) NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (openid, template_id),
    CONSTRAINT chk_message_credit_credits CHECK (credits >= 0)
  ) ${TABLE}`,
  // Every message and its fate. The key is what it is about, so that a job that runs twice sends once in effect.
  `CREATE TABLE message (
    id CHAR(26) ${KEY} NOT NULL,
    message_key VARCHAR(120) ${KEY} NOT NULL,
    customer_id CHAR(26) ${KEY} NOT NULL,
    appointment_id CHAR(26) ${KEY} NULL,
    kind VARCHAR(32) ${KEY} NOT NULL,
    channel VARCHAR(12) ${KEY} NOT NULL,
    state VARCHAR(12) ${KEY} NOT NULL,
    reason VARCHAR(120) NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_message_key (message_key),
    KEY ix_message_appointment (appointment_id),
    KEY ix_message_customer (customer_id, created_at),
    CONSTRAINT chk_message_channel CHECK (channel IN ('subscribe', 'none')),
    CONSTRAINT chk_message_state CHECK (state IN ('sending', 'sent', 'not_allowed', 'failed', 'unknown')),
    CONSTRAINT fk_message_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_message_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

/** Messages to clients: what was allowed, what was sent, what became of it. */
export class Notifications1760000000007 implements MigrationInterface {
  readonly name = 'Notifications1760000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['message', 'message_credit']) await runner.query(`DROP TABLE ${table}`);
  }
}
