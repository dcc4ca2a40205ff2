import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';

/** Value that is handed on keeps the sale behind it; a refund says how much of it paid what the client owed. */
export class StoredValueOrigins1760000000020 implements MigrationInterface {
  readonly name = 'StoredValueOrigins1760000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE lot_origin (
        lot_id BIGINT NOT NULL,
        top_up_id ${ID} NOT NULL,
        PRIMARY KEY (lot_id),
        KEY ix_lot_origin_top_up (top_up_id),
        CONSTRAINT fk_lot_origin_top_up FOREIGN KEY (top_up_id) REFERENCES top_up (id) ON DELETE RESTRICT
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`,
    );
    await runner.query(
      'ALTER TABLE stored_value_refund_item ADD COLUMN set_off_fen INT UNSIGNED NOT NULL DEFAULT 0 AFTER amount_fen',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stored_value_refund_item DROP COLUMN set_off_fen');
    await runner.query('DROP TABLE IF EXISTS lot_origin');
  }
}
