import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;

const UP = [
  // What the tags of a group are for: need says what she comes for, by which the salon sorts its clients.
  `ALTER TABLE customer_tag_group
     ADD COLUMN purpose ${WORD} NOT NULL DEFAULT 'free',
     ADD CONSTRAINT chk_customer_tag_group_purpose CHECK (purpose IN ('free', 'need'))`,
  // Whom a tag that a rule keeps is put on. walked: under which version, in which state and on which day all files were
  // last gone through; NULL before that.
  `CREATE TABLE client_tag_rule (
    tag_id ${ID} NOT NULL,
    version INT UNSIGNED NOT NULL,
    rule JSON NOT NULL,
    walked_version INT UNSIGNED NULL,
    walked_state ${WORD} NULL,
    walked_on DATE NULL,
    updated_by ${ID} NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (tag_id),
    CONSTRAINT fk_client_tag_rule_tag FOREIGN KEY (tag_id) REFERENCES customer_tag (id) ON DELETE RESTRICT,
    CONSTRAINT chk_client_tag_rule_version CHECK (version > 0 AND (walked_version IS NULL OR walked_version <= version)),
    CONSTRAINT chk_client_tag_rule_walked CHECK (
      (walked_version IS NULL) = (walked_on IS NULL) AND (walked_version IS NULL) = (walked_state IS NULL)
    )
  ) ${TABLE}`,
  // One line: from when on a client sleeps, what counts as often and as much. Numbers, nothing of anybody.
  `CREATE TABLE client_standing_policy (
    id TINYINT UNSIGNED NOT NULL,
    version INT UNSIGNED NOT NULL,
    limits JSON NOT NULL,
    updated_by ${ID} NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT chk_client_standing_policy_one CHECK (id = 1),
    CONSTRAINT chk_client_standing_policy_version CHECK (version > 1)
  ) ${TABLE}`,
  // policy: the version of the limits that a standing was weighed by; 1 as the house comes.
  `ALTER TABLE client_standing
     ADD COLUMN policy INT UNSIGNED NOT NULL DEFAULT 1,
     ADD KEY ix_client_standing_policy (policy, customer_id)`,
];

const BACK = [
  'ALTER TABLE client_standing DROP KEY ix_client_standing_policy, DROP COLUMN policy',
  'DROP TABLE IF EXISTS client_standing_policy',
  'DROP TABLE IF EXISTS client_tag_rule',
  ...['chk_customer_tag_group_purpose'].map(
    (name) => `ALTER TABLE customer_tag_group DROP CONSTRAINT ${name}`,
  ),
  'ALTER TABLE customer_tag_group DROP COLUMN purpose',
];

/** Tags that a rule keeps, groups of tags that tell a need, and the limits by which clients stand. */
export class TagRules1760000000054 implements MigrationInterface {
  readonly name = 'TagRules1760000000054';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of BACK) await runner.query(sql);
  }
}
