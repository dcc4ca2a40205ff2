import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;

const CHOICES = [
  // What a client wants to hear of. No row: nothing was said, so she gets gifts in the app, but no text
  // messages and no calls.
  `CREATE TABLE marketing_choice (
    customer_id ${ID} NOT NULL,
    opted_out TINYINT(1) NOT NULL,
    sms TINYINT(1) NOT NULL,
    calls TINYINT(1) NOT NULL,
    version INT UNSIGNED NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (customer_id),
    CONSTRAINT chk_marketing_choice CHECK (
      opted_out IN (0, 1) AND sms IN (0, 1) AND calls IN (0, 1) AND (opted_out = 0 OR (sms = 0 AND calls = 0))
    ),
    CONSTRAINT fk_marketing_choice_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Each time she or somebody for her said so: proof of consent (个人信息保护法 14, 15).
  `CREATE TABLE marketing_choice_change (
    customer_id ${ID} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    opted_out TINYINT(1) NOT NULL,
    sms TINYINT(1) NOT NULL,
    calls TINYINT(1) NOT NULL,
    by_kind ${WORD} NOT NULL,
    by_id VARCHAR(64) ${KEY} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (customer_id, seq),
    CONSTRAINT fk_marketing_choice_change FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const AUTOMATIONS = [
  `CREATE TABLE automation (
    id ${ID} NOT NULL,
    kind ${WORD} NOT NULL,
    name VARCHAR(40) NOT NULL,
    state ${WORD} NOT NULL,
    template_id ${ID} NOT NULL,
    days_before TINYINT UNSIGNED NOT NULL,
    days_after TINYINT UNSIGNED NOT NULL,
    leap_day ${WORD} NOT NULL,
    budget_count INT UNSIGNED NULL,
    budget_fen BIGINT UNSIGNED NULL,
    words VARCHAR(40) NOT NULL,
    by_sms TINYINT(1) NOT NULL,
    by_call TINYINT(1) NOT NULL,
    version INT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT chk_automation_kind CHECK (kind IN ('birthday')),
    CONSTRAINT chk_automation_state CHECK (state IN ('draft', 'on', 'off')),
    CONSTRAINT chk_automation_days CHECK (days_before <= 60 AND days_after <= 60),
    CONSTRAINT chk_automation_tells CHECK (by_sms IN (0, 1) AND by_call IN (0, 1)),
    CONSTRAINT chk_automation_leap_day CHECK (leap_day IN ('feb28', 'mar1')),
    CONSTRAINT chk_automation_budget CHECK (
      (budget_count IS NULL OR budget_count > 0) AND (budget_fen IS NULL OR budget_fen > 0)
    ),
    CONSTRAINT fk_automation_template FOREIGN KEY (template_id) REFERENCES coupon_template (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // The stores whose clients it is for.
  `CREATE TABLE automation_store (
    automation_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    PRIMARY KEY (automation_id, store_id),
    CONSTRAINT fk_automation_store FOREIGN KEY (automation_id) REFERENCES automation (id) ON DELETE CASCADE,
    CONSTRAINT fk_automation_store_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE automation_change (
    automation_id ${ID} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    automation JSON NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (automation_id, seq),
    CONSTRAINT fk_automation_change FOREIGN KEY (automation_id) REFERENCES automation (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // What it gave in a year, by the salon's wall: coupons, and what they can take off at the most. The row orders those
  // who give at once, and none gives above either budget.
  `CREATE TABLE automation_year (
    automation_id ${ID} NOT NULL,
    year SMALLINT UNSIGNED NOT NULL,
    granted INT UNSIGNED NOT NULL,
    most INT UNSIGNED NULL,
    worth_fen BIGINT UNSIGNED NOT NULL,
    most_fen BIGINT UNSIGNED NULL,
    PRIMARY KEY (automation_id, year),
    CONSTRAINT chk_automation_year CHECK (
      (most IS NULL OR granted <= most) AND (most_fen IS NULL OR worth_fen <= most_fen)
    ),
    CONSTRAINT fk_automation_year FOREIGN KEY (automation_id) REFERENCES automation (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // The key decides that a client gets one for each of her birthdays, whoever runs it, however often. birthday_year is
  // counted by the calendar of her birthday. worth_fen: what the coupon can take off at the most, where it says so.
  `CREATE TABLE automation_grant (
    automation_id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    birthday_year SMALLINT UNSIGNED NOT NULL,
    birthday_on DATE NOT NULL,
    worth_fen BIGINT UNSIGNED NULL,
    coupon_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    granted_on DATE NOT NULL,
    granted_at DATETIME(3) NOT NULL,
    PRIMARY KEY (automation_id, customer_id, birthday_year),
    CONSTRAINT uq_automation_grant_coupon UNIQUE (coupon_id),
    KEY ix_automation_grant_day (automation_id, granted_on),
    KEY ix_automation_grant_customer (customer_id),
    CONSTRAINT fk_automation_grant FOREIGN KEY (automation_id) REFERENCES automation (id) ON DELETE RESTRICT,
    CONSTRAINT fk_automation_grant_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_automation_grant_coupon FOREIGN KEY (coupon_id) REFERENCES coupon (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Days on which it was run to its end, and what came of it.
  `CREATE TABLE automation_run (
    automation_id ${ID} NOT NULL,
    day DATE NOT NULL,
    granted INT UNSIGNED NOT NULL,
    left_out INT UNSIGNED NOT NULL,
    finished_at DATETIME(3) NOT NULL,
    PRIMARY KEY (automation_id, day),
    CONSTRAINT fk_automation_run FOREIGN KEY (automation_id) REFERENCES automation (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const MESSAGES = [
  // More ways to reach a client; `to_call` waits for somebody at the desk. about_id: what a message is about that is no
  // visit, such as a coupon.
  `ALTER TABLE message
     DROP CONSTRAINT chk_message_channel,
     DROP CONSTRAINT chk_message_state,
     ADD COLUMN about_id ${ID} NULL AFTER appointment_id,
     ADD COLUMN done_by_id ${ID} NULL,
     ADD COLUMN done_by_name VARCHAR(40) NULL,
     ADD KEY ix_message_about (about_id),
     ADD KEY ix_message_to_call (state, created_at),
     ADD CONSTRAINT chk_message_channels CHECK (channel IN ('subscribe', 'sms', 'call', 'none')),
     ADD CONSTRAINT chk_message_states CHECK (
       state IN ('sending', 'sent', 'not_allowed', 'failed', 'unknown', 'to_call', 'called')
     ),
     ADD CONSTRAINT chk_message_call CHECK ((channel = 'call') = (state IN ('to_call', 'called'))),
     ADD CONSTRAINT chk_message_done CHECK (
       (state = 'called') = (done_by_id IS NOT NULL) AND (done_by_id IS NULL) = (done_by_name IS NULL)
     )`,
];
const MESSAGES_BACK = [
  // What the old table has no words for goes.
  "DELETE FROM message WHERE channel IN ('sms', 'call')",
  ...['chk_message_channels', 'chk_message_states', 'chk_message_call', 'chk_message_done'].map(
    (name) => `ALTER TABLE message DROP CONSTRAINT ${name}`,
  ),
  `ALTER TABLE message
     DROP KEY ix_message_about,
     DROP KEY ix_message_to_call,
     DROP COLUMN about_id,
     DROP COLUMN done_by_id,
     DROP COLUMN done_by_name,
     ADD CONSTRAINT chk_message_channel CHECK (channel IN ('subscribe', 'none')),
     ADD CONSTRAINT chk_message_state CHECK (state IN ('sending', 'sent', 'not_allowed', 'failed', 'unknown'))`,
];

const BIRTHDAYS = [
  // Whose birthday a day is, file by file in the order of their ids.
  `ALTER TABLE customer ADD KEY ix_customer_birthday
     (birthday_calendar, birthday_month, birthday_day, birthday_leap_month, id)`,
];

/** What the salon does by itself for its clients, beginning with birthdays, and what they want to hear of. */
export class Marketing1760000000028 implements MigrationInterface {
  readonly name = 'Marketing1760000000028';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...CHOICES, ...AUTOMATIONS, ...MESSAGES, ...BIRTHDAYS])
      await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of MESSAGES_BACK) await runner.query(sql);
    await runner.query('ALTER TABLE customer DROP KEY ix_customer_birthday');
    for (const table of [
      ...['automation_run', 'automation_grant', 'automation_year', 'automation_change'],
      ...['automation_store', 'automation', 'marketing_choice_change', 'marketing_choice'],
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
