import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;

/**
 * Filters of the list of clients that somebody keeps. What they narrow by are ids, words and numbers, nothing about one
 * client. A shared one is seen in the store where it was saved.
 */
const FILTERS = `CREATE TABLE client_filter (
  id ${ID} NOT NULL,
  staff_id ${ID} NOT NULL,
  store_id ${ID} NULL,
  name VARCHAR(20) NOT NULL,
  filter JSON NOT NULL,
  created_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY uq_client_filter_name (staff_id, name),
  KEY ix_client_filter_store (store_id, id),
  CONSTRAINT fk_client_filter_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id),
  CONSTRAINT fk_client_filter_store FOREIGN KEY (store_id) REFERENCES store (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`;

/**
 * Filters that are kept, keys by which notes and changes of a client stand in her time line, and a key that holds what
 * a line about her shows of her phone.
 */
export class ClientLists1760000000051 implements MigrationInterface {
  readonly name = 'ClientLists1760000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FILTERS);
    await runner.query('ALTER TABLE customer_note ADD KEY ix_customer_note_at (customer_id, at)');
    await runner.query(
      'ALTER TABLE customer_change ADD KEY ix_customer_change_at (customer_id, at)',
    );
    await runner.query(
      'ALTER TABLE customer_phone ADD KEY ix_customer_phone_shown (customer_id, is_primary, last4)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE customer_phone DROP KEY ix_customer_phone_shown');
    await runner.query('ALTER TABLE customer_change DROP KEY ix_customer_change_at');
    await runner.query('ALTER TABLE customer_note DROP KEY ix_customer_note_at');
    await runner.query('DROP TABLE IF EXISTS client_filter');
  }
}
