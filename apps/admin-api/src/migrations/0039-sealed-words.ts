import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // The columns in the clear stay for the version before; `seal-words` empties them into these.
  `ALTER TABLE appointment ADD COLUMN note_cipher VARBINARY(1000) NULL,
     ADD COLUMN cancel_reason_cipher VARBINARY(1000) NULL`,
  // History is never rewritten: a reason stays under the key of the file that the visit was then in, so it is named.
  `ALTER TABLE appointment_change ADD COLUMN reason_cipher VARBINARY(1000) NULL,
     ADD COLUMN sealed_for CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NULL,
     ADD CONSTRAINT chk_appointment_change_sealed CHECK ((reason_cipher IS NULL) = (sealed_for IS NULL))`,
];

const BACK = [
  ...['chk_appointment_change_sealed'].map(
    (name) => `ALTER TABLE appointment_change DROP CONSTRAINT ${name}`,
  ),
  'ALTER TABLE appointment_change DROP COLUMN sealed_for, DROP COLUMN reason_cipher',
  'ALTER TABLE appointment DROP COLUMN cancel_reason_cipher, DROP COLUMN note_cipher',
];

/** What people write about a visit lies under the client's own key. */
export class SealedWords1760000000039 implements MigrationInterface {
  readonly name = 'SealedWords1760000000039';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
