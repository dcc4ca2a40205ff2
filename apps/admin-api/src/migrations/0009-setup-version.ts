import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = `CREATE TABLE setup_version (
    id TINYINT UNSIGNED NOT NULL,
    version INT UNSIGNED NOT NULL,
    CONSTRAINT pk_setup_version PRIMARY KEY (id),
    CONSTRAINT chk_setup_version_single CHECK (id = 1)
  ) ENGINE=InnoDB`;

/**
 * One number that every write to stores, people, places and services raises, so that processes may keep what they read
 * of them. A later migration that changes rows of those tables raises it too: it runs outside UnitOfWork.
 */
export class SetupVersion1760000000009 implements MigrationInterface {
  readonly name = 'SetupVersion1760000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query('INSERT INTO setup_version (id, version) VALUES (1, 1)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE setup_version');
  }
}
