import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;

/**
 * Where each client stands, made of what others keep and made anew whenever that changes. Every way to filter and every
 * way to order a list of clients is a range of one key that ends with the client.
 */
const STANDING = `CREATE TABLE client_standing (
  customer_id ${ID} NOT NULL,
  stage ${WORD} NOT NULL,
  first_visit_on DATE NULL,
  last_visit_on DATE NULL,
  visits INT UNSIGNED NOT NULL,
  visits_year INT UNSIGNED NOT NULL,
  spend_year_fen BIGINT UNSIGNED NOT NULL,
  rhythm_days SMALLINT UNSIGNED NULL,
  expected_on DATE NULL,
  recency TINYINT UNSIGNED NOT NULL,
  frequency TINYINT UNSIGNED NOT NULL,
  monetary TINYINT UNSIGNED NOT NULL,
  balance_fen BIGINT NOT NULL,
  due_on DATE NULL,
  weighed_at DATETIME(3) NOT NULL,
  PRIMARY KEY (customer_id),
  KEY ix_client_standing_stage (stage, customer_id),
  KEY ix_client_standing_last_visit (last_visit_on, customer_id),
  KEY ix_client_standing_expected (expected_on, customer_id),
  KEY ix_client_standing_spend (spend_year_fen, customer_id),
  KEY ix_client_standing_balance (balance_fen, customer_id),
  KEY ix_client_standing_due (due_on),
  CONSTRAINT chk_client_standing_stage CHECK (stage IN ('prospect', 'new', 'active', 'sleeping', 'lost')),
  CONSTRAINT chk_client_standing_visits CHECK (
    (visits = 0) = (first_visit_on IS NULL) AND (visits = 0) = (last_visit_on IS NULL)
    AND (visits = 0) = (stage = 'prospect') AND last_visit_on >= first_visit_on AND visits_year <= visits
  ),
  CONSTRAINT chk_client_standing_rhythm CHECK ((rhythm_days IS NULL) = (expected_on IS NULL)),
  CONSTRAINT chk_client_standing_scores CHECK (
    recency BETWEEN 1 AND 5 AND frequency BETWEEN 1 AND 5 AND monetary BETWEEN 1 AND 5
  ),
  CONSTRAINT fk_client_standing_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`;

/** Where a client stands, and keys of the file by which lists of clients are narrowed. */
export class ClientStanding1760000000050 implements MigrationInterface {
  readonly name = 'ClientStanding1760000000050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STANDING);
    await runner.query(
      `ALTER TABLE customer ADD KEY ix_customer_source (source), ADD KEY ix_customer_birth_month (birthday_month)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE customer DROP KEY ix_customer_source, DROP KEY ix_customer_birth_month',
    );
    await runner.query('DROP TABLE IF EXISTS client_standing');
  }
}
