import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys by which a client's own rows are read back in time: each page of her time line is a short range of each. */
const KEYS = [
  ['package', 'ix_package_customer_at', '(customer_id, created_at)'],
  ['coupon', 'ix_coupon_issued', '(customer_id, issued_at)'],
  ['coupon', 'ix_coupon_ended', '(customer_id, ended_at)'],
  ['wallet_transfer', 'ix_wallet_transfer_given', '(from_customer_id, created_at)'],
  ['wallet_transfer', 'ix_wallet_transfer_received', '(to_customer_id, created_at)'],
  ['customer_tier_change', 'ix_customer_tier_change_at', '(customer_id, at)'],
] as const;

/** What the page of a client reads across the tables of others. */
export class ClientView1760000000040 implements MigrationInterface {
  readonly name = 'ClientView1760000000040';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, key, columns] of KEYS)
      await runner.query(`ALTER TABLE ${table} ADD KEY ${key} ${columns}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, key] of KEYS) await runner.query(`ALTER TABLE ${table} DROP KEY ${key}`);
  }
}
