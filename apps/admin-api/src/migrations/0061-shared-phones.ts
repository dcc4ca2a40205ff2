import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  'ALTER TABLE client_import_row DROP CONSTRAINT chk_client_import_row_state',
  `ALTER TABLE client_import_row ADD CONSTRAINT chk_client_import_row_known_state CHECK (state IN (
    'read', 'ready', 'bad', 'duplicate', 'shared', 'created', 'added', 'skipped', 'undone', 'kept'
  ))`,
];

const stateCheck = 'chk_client_import_row_known_state';
const BACK = [
  "UPDATE client_import_row SET state = 'ready' WHERE state = 'shared'",
  `ALTER TABLE client_import_row DROP CONSTRAINT ${stateCheck}`,
  `ALTER TABLE client_import_row ADD CONSTRAINT chk_client_import_row_state CHECK (state IN (
    'read', 'ready', 'bad', 'duplicate', 'created', 'added', 'skipped', 'undone', 'kept'
  ))`,
];

/** Rows whose phone is somebody's of another name are a state of their own: a person says who she is. */
export class SharedPhones1760000000061 implements MigrationInterface {
  readonly name = 'SharedPhones1760000000061';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
