import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';

/** Whose a package was from when to when: a client's statement tells what happened to it while it was hers. */
export class PackageOwners1760000000024 implements MigrationInterface {
  readonly name = 'PackageOwners1760000000024';

  async up(runner: QueryRunner): Promise<void> {
    // until is null for whom it belongs to now, and is_now 1: a package has one owner at a time.
    await runner.query(
      `CREATE TABLE package_owner (
        package_id ${ID} NOT NULL,
        seq INT UNSIGNED NOT NULL,
        customer_id ${ID} NOT NULL,
        since DATETIME(3) NOT NULL,
        until DATETIME(3) NULL,
        is_now TINYINT(1) NULL,
        PRIMARY KEY (package_id, seq),
        CONSTRAINT uq_package_owner_now UNIQUE (package_id, is_now),
        KEY ix_package_owner_customer (customer_id),
        CONSTRAINT chk_package_owner_now CHECK ((until IS NULL AND is_now = 1) OR (until >= since AND is_now IS NULL)),
        CONSTRAINT fk_package_owner_package FOREIGN KEY (package_id) REFERENCES package (id) ON DELETE RESTRICT,
        CONSTRAINT fk_package_owner_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`,
    );
    await runner.query(
      `INSERT INTO package_owner (package_id, seq, customer_id, since, until, is_now)
       SELECT p.id, 0, COALESCE(JSON_UNQUOTE(JSON_EXTRACT(c.detail, '$.from')), p.customer_id), p.created_at, c.at,
         CASE WHEN c.at IS NULL THEN 1 END
       FROM package p LEFT JOIN package_change c ON c.package_id = p.id AND c.kind = 'transfer'
         AND c.seq = (SELECT MIN(f.seq) FROM package_change f WHERE f.package_id = p.id AND f.kind = 'transfer')`,
    );
    await runner.query(
      `INSERT INTO package_owner (package_id, seq, customer_id, since, until, is_now)
       SELECT c.package_id, c.seq, COALESCE(JSON_UNQUOTE(JSON_EXTRACT(n.detail, '$.from')), p.customer_id), c.at, n.at,
         CASE WHEN n.at IS NULL THEN 1 END
       FROM package_change c JOIN package p ON p.id = c.package_id
       LEFT JOIN package_change n ON n.package_id = c.package_id AND n.kind = 'transfer'
         AND n.seq = (SELECT MIN(f.seq) FROM package_change f
           WHERE f.package_id = c.package_id AND f.kind = 'transfer' AND f.seq > c.seq)
       WHERE c.kind = 'transfer'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS package_owner');
  }
}
