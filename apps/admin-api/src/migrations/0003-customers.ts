import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const WORD = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';
const TABLE_OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABLES = [
  // Client numbers: an auto-increment is handed out without a lock that outlives the statement, so that no two
  // openings of files wait for each other. A rolled-back opening leaves a gap; a number is never given twice.
  `CREATE TABLE customer_number (
    number BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
    customer_id ${ID} NOT NULL,
    CONSTRAINT pk_customer_number PRIMARY KEY (number),
    CONSTRAINT uq_customer_number_customer UNIQUE (customer_id)
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE customer (
    id ${ID} NOT NULL,
    member_no VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(60) NOT NULL,
    gender ${WORD} NOT NULL,
    birthday_calendar ${WORD} NULL,
    birthday_year SMALLINT UNSIGNED NULL,
    birthday_month TINYINT UNSIGNED NULL,
    birthday_day TINYINT UNSIGNED NULL,
    birthday_leap_month TINYINT(1) NOT NULL DEFAULT 0,
    home_store_id ${ID} NULL,
    source ${WORD} NOT NULL,
    note VARCHAR(1000) NOT NULL,
    state ${WORD} NOT NULL,
    merged_into ${ID} NULL,
    version INT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    CONSTRAINT pk_customer PRIMARY KEY (id),
    CONSTRAINT uq_customer_member_no UNIQUE (member_no),
    CONSTRAINT fk_customer_merged_into FOREIGN KEY (merged_into) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT chk_customer_gender CHECK (gender IN ('female', 'male', 'unknown')),
    CONSTRAINT chk_customer_source CHECK (source IN (
      'mini_program', 'walk_in', 'phone', 'referral', 'dianping', 'douyin', 'xiaohongshu', 'import', 'other'
    )),
    CONSTRAINT chk_customer_birthday CHECK (
      (birthday_calendar IS NULL AND birthday_year IS NULL AND birthday_month IS NULL AND birthday_day IS NULL)
      OR (birthday_calendar IS NOT NULL AND birthday_month IS NOT NULL AND birthday_day IS NOT NULL)
    ),
    CONSTRAINT chk_customer_birthday_range CHECK (
      (birthday_calendar IS NULL OR birthday_calendar IN ('solar', 'lunar'))
      AND (birthday_year IS NULL OR birthday_year BETWEEN 1900 AND 2200)
      AND (birthday_month IS NULL OR birthday_month BETWEEN 1 AND 12)
      AND (birthday_day IS NULL OR birthday_day BETWEEN 1 AND 31)
    ),
    CONSTRAINT chk_customer_birthday_leap CHECK (
      birthday_leap_month IN (0, 1) AND (birthday_leap_month = 0 OR birthday_calendar = 'lunar')
    ),
    CONSTRAINT chk_customer_state CHECK (state IN ('active', 'merged')),
    CONSTRAINT chk_customer_merged CHECK (
      (state = 'active' AND merged_into IS NULL) OR (state = 'merged' AND merged_into IS NOT NULL AND merged_into <> id)
    ),
    INDEX ix_customer_merged_into (merged_into),
    INDEX ix_customer_home_store (home_store_id)
  ) ${TABLE_OPTIONS}`,
  // is_primary is 1 or NULL, never 0, so that the unique key allows one primary phone and any number of others.
  `CREATE TABLE customer_phone (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    phone_cipher VARBINARY(255) NOT NULL,
    phone_index BINARY(32) NOT NULL,
    last4 CHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    label VARCHAR(20) NOT NULL,
    is_primary TINYINT(1) NULL,
    verified_at DATETIME(3) NULL,
    created_at DATETIME(3) NOT NULL,
    CONSTRAINT pk_customer_phone PRIMARY KEY (id),
    CONSTRAINT uq_customer_phone_once UNIQUE (customer_id, phone_index),
    CONSTRAINT uq_customer_phone_primary UNIQUE (customer_id, is_primary),
    CONSTRAINT fk_customer_phone_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT chk_customer_phone_primary CHECK (is_primary IS NULL OR is_primary = 1),
    INDEX ix_customer_phone_index (phone_index),
    INDEX ix_customer_phone_last4 (last4, customer_id)
  ) ${TABLE_OPTIONS}`,
  // What the one search box finds a file by. Every tail of the name is a row, so that 小美, xiaomei and xm find
  // 张小美 by a range of the primary key and no search ever reads a whole table.
  `CREATE TABLE customer_search_term (
    kind ${WORD} NOT NULL,
    term VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    customer_id ${ID} NOT NULL,
    CONSTRAINT pk_customer_search_term PRIMARY KEY (kind, term, customer_id),
    CONSTRAINT fk_customer_search_term_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
    CONSTRAINT chk_customer_search_term_kind CHECK (kind IN ('name', 'pinyin', 'initials')),
    INDEX ix_customer_search_term_customer (customer_id, kind)
  ) ${TABLE_OPTIONS}`,
];

const IDENTITY_LINK = `ALTER TABLE wechat_identity
  ADD CONSTRAINT fk_wechat_identity_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT`;

const TABLES_NEWEST_FIRST = [
  'customer_search_term',
  'customer_phone',
  'customer',
  'customer_number',
];

/** The client file: who she is, her phones, and how the desk finds her. */
export class Customers1760000000003 implements MigrationInterface {
  readonly name = 'Customers1760000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, IDENTITY_LINK]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE wechat_identity DROP FOREIGN KEY fk_wechat_identity_customer');
    for (const table of TABLES_NEWEST_FIRST) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
