import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A key by client number that holds what a line shows, so that a number is found without the file's row. */
export class MemberLines1760000000057 implements MigrationInterface {
  readonly name = 'MemberLines1760000000057';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE customer ADD KEY ix_customer_member_line (member_no, merged_into, name, gender)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE customer DROP KEY ix_customer_member_line');
  }
}
