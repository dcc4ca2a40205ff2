import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;
const CUSTOMER = `FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT`;

const COLUMNS = [
  // The salon's own number, from its paper cards. Details are sealed JSON: work, mail, address, WeChat name, likes.
  `ALTER TABLE customer
     ADD COLUMN own_no VARCHAR(24) ${KEY} NULL,
     ADD COLUMN consultant_id ${ID} NULL,
     ADD COLUMN referrer_id ${ID} NULL,
     ADD COLUMN details_cipher VARBINARY(8192) NULL,
     ADD CONSTRAINT uq_customer_own_no UNIQUE (own_no),
     ADD CONSTRAINT fk_customer_consultant FOREIGN KEY (consultant_id) REFERENCES staff_member (id) ON DELETE RESTRICT,
     ADD CONSTRAINT fk_customer_referrer FOREIGN KEY (referrer_id) REFERENCES customer (id) ON DELETE RESTRICT,
     ADD CONSTRAINT chk_customer_referrer CHECK (referrer_id IS NULL OR referrer_id <> id)`,
  // What stands here was written before notes were sealed; the command seal-words empties it.
  `ALTER TABLE customer MODIFY note VARCHAR(1000) NOT NULL DEFAULT ''`,
];

const TABLES = [
  `CREATE TABLE customer_preferred_staff (
    customer_id ${ID} NOT NULL,
    staff_id ${ID} NOT NULL,
    PRIMARY KEY (customer_id, staff_id),
    CONSTRAINT fk_customer_preferred_staff_customer ${CUSTOMER},
    CONSTRAINT fk_customer_preferred_staff_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE customer_usual_service (
    customer_id ${ID} NOT NULL,
    service_id ${ID} NOT NULL,
    PRIMARY KEY (customer_id, service_id),
    CONSTRAINT fk_customer_usual_service_customer ${CUSTOMER},
    CONSTRAINT fk_customer_usual_service_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Never changed, only corrected by another note that names it; an empty text strikes out. A note is corrected once,
  // so that its history is a line and not a tree.
  `CREATE TABLE customer_note (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    visibility ${WORD} NOT NULL,
    text_cipher VARBINARY(5000) NOT NULL,
    corrects_id ${ID} NULL,
    by_kind ${WORD} NOT NULL,
    by_id ${ID} NULL,
    by_name VARCHAR(60) NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_customer_note_corrects UNIQUE (corrects_id),
    CONSTRAINT fk_customer_note_customer ${CUSTOMER},
    CONSTRAINT fk_customer_note_corrects FOREIGN KEY (corrects_id) REFERENCES customer_note (id) ON DELETE RESTRICT,
    CONSTRAINT chk_customer_note_visibility CHECK (visibility IN ('all', 'care', 'managers')),
    CONSTRAINT chk_customer_note_by CHECK (by_kind IN ('staff', 'client', 'system')),
    CONSTRAINT chk_customer_note_corrects CHECK (corrects_id IS NULL OR corrects_id <> id),
    INDEX ix_customer_note_customer (customer_id, id)
  ) ${TABLE}`,
  `CREATE TABLE customer_tag_group (
    id ${ID} NOT NULL,
    name VARCHAR(20) NOT NULL,
    color ${WORD} NOT NULL,
    one_of TINYINT(1) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_customer_tag_group_name UNIQUE (name),
    CONSTRAINT chk_customer_tag_group_color CHECK (color IN ('brand', 'leaf', 'amber', 'ink')),
    CONSTRAINT chk_customer_tag_group_one_of CHECK (one_of IN (0, 1))
  ) ${TABLE}`,
  // A tag is put on by hand, or kept by a rule and then by nobody's hand.
  `CREATE TABLE customer_tag (
    id ${ID} NOT NULL,
    group_id ${ID} NOT NULL,
    name VARCHAR(20) NOT NULL,
    kept_by ${WORD} NOT NULL,
    state ${WORD} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_customer_tag_name UNIQUE (group_id, name),
    CONSTRAINT fk_customer_tag_group FOREIGN KEY (group_id) REFERENCES customer_tag_group (id) ON DELETE RESTRICT,
    CONSTRAINT chk_customer_tag_kept_by CHECK (kept_by IN ('hand', 'rule')),
    CONSTRAINT chk_customer_tag_state CHECK (state IN ('active', 'retired'))
  ) ${TABLE}`,
  // one_of_group is the tag's group where that allows one tag of it, else NULL: the key then holds nobody back.
  `CREATE TABLE customer_tagging (
    customer_id ${ID} NOT NULL,
    tag_id ${ID} NOT NULL,
    one_of_group ${ID} NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (customer_id, tag_id),
    CONSTRAINT uq_customer_tagging_one_of UNIQUE (customer_id, one_of_group),
    CONSTRAINT fk_customer_tagging_customer ${CUSTOMER},
    CONSTRAINT fk_customer_tagging_tag FOREIGN KEY (tag_id) REFERENCES customer_tag (id) ON DELETE RESTRICT,
    INDEX ix_customer_tagging_tag (tag_id, customer_id)
  ) ${TABLE}`,
  // What was changed on a file; from and to are sealed, the field's name is not.
  `CREATE TABLE customer_change (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    field ${WORD} NOT NULL,
    values_cipher VARBINARY(16384) NOT NULL,
    by_kind ${WORD} NOT NULL,
    by_id ${ID} NULL,
    by_name VARCHAR(60) NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT fk_customer_change_customer ${CUSTOMER},
    CONSTRAINT chk_customer_change_by CHECK (by_kind IN ('staff', 'client', 'system')),
    INDEX ix_customer_change_customer (customer_id, id)
  ) ${TABLE}`,
];

const BACK = [
  ...[
    ...['customer_change', 'customer_tagging', 'customer_tag', 'customer_tag_group'],
    ...['customer_note', 'customer_usual_service', 'customer_preferred_staff'],
  ].map((table) => `DROP TABLE IF EXISTS ${table}`),
  ...['chk_customer_referrer'].map((name) => `ALTER TABLE customer DROP CONSTRAINT ${name}`),
  'ALTER TABLE customer DROP FOREIGN KEY fk_customer_consultant',
  'ALTER TABLE customer DROP FOREIGN KEY fk_customer_referrer',
  `ALTER TABLE customer DROP KEY fk_customer_consultant, DROP KEY fk_customer_referrer,
     DROP KEY uq_customer_own_no`,
  `ALTER TABLE customer DROP COLUMN own_no, DROP COLUMN consultant_id, DROP COLUMN referrer_id,
     DROP COLUMN details_cipher`,
  'ALTER TABLE customer MODIFY note VARCHAR(1000) NOT NULL',
];

/** The client file beyond its basics: what is told of her is sealed under her key, what is filtered by is not words. */
export class ClientFile1760000000034 implements MigrationInterface {
  readonly name = 'ClientFile1760000000034';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...COLUMNS, ...TABLES]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
