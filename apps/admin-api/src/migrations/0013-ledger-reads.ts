import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of reads that would otherwise cost as much as everything that ever was: a month, and what is owed. */
export class LedgerReads1760000000013 implements MigrationInterface {
  readonly name = 'LedgerReads1760000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE account_line ADD KEY ix_account_line_posted (account_id, posted_at, seq)',
    );
    // Without the balance: a key that has it would be rewritten by every payment.
    await runner.query('ALTER TABLE ledger_account ADD KEY ix_ledger_account_code (code)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ledger_account DROP KEY ix_ledger_account_code');
    await runner.query('ALTER TABLE account_line DROP KEY ix_account_line_posted');
  }
}
