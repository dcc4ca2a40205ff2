import type { MigrationInterface, QueryRunner } from 'typeorm';

const LINKS = [
  `ALTER TABLE staff_account
    ADD CONSTRAINT fk_staff_account_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE RESTRICT`,
  `ALTER TABLE customer
    ADD CONSTRAINT fk_customer_home_store FOREIGN KEY (home_store_id) REFERENCES store (id) ON DELETE RESTRICT`,
];

/** Ties accounts to people and files to stores; both ends exist only from 0004 on. */
export class IdentityLinks1760000000008 implements MigrationInterface {
  readonly name = 'IdentityLinks1760000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of LINKS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE customer DROP FOREIGN KEY fk_customer_home_store');
    await runner.query('ALTER TABLE staff_account DROP FOREIGN KEY fk_staff_account_staff');
  }
}
