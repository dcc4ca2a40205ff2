import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const OLD_STATES = ['sending', 'sent', 'not_allowed', 'failed', 'unknown', 'to_call', 'called'];
const oneOf = (words: readonly string[]): string => `(${words.map((w) => `'${w}'`).join(', ')})`;

const UP = [
  // Each way of telling is a row of its own, so that it can be read what was tried and why it went no further.
  // sent_for_id: what had it sent, such as an automation. A call belongs to the desk of a store; done_by is who called
  // last, tries how often. `withheld`: she said no, or it was too late, between the deed and the message.
  `ALTER TABLE message
     DROP CONSTRAINT chk_message_states,
     DROP CONSTRAINT chk_message_call,
     DROP CONSTRAINT chk_message_done,
     DROP KEY ix_message_to_call,
     ADD COLUMN sent_for_id ${ID} NULL AFTER about_id,
     ADD COLUMN store_id ${ID} NULL AFTER sent_for_id,
     ADD COLUMN tries TINYINT UNSIGNED NOT NULL DEFAULT 0 AFTER store_id,
     ADD KEY ix_message_sent_for (sent_for_id, channel, state),
     ADD KEY ix_message_calls (state, store_id, id),
     ADD CONSTRAINT chk_message_fates CHECK (state IN ${oneOf([...OLD_STATES, 'withheld'])}),
     ADD CONSTRAINT chk_message_calls CHECK (
       (state NOT IN ('to_call', 'called') OR channel = 'call')
       AND (channel <> 'call' OR state IN ('to_call', 'called', 'not_allowed', 'withheld'))
     ),
     ADD CONSTRAINT chk_message_call_store CHECK (channel <> 'call' OR store_id IS NOT NULL),
     ADD CONSTRAINT chk_message_tries CHECK (
       (tries > 0) = (done_by_id IS NOT NULL) AND (done_by_id IS NULL) = (done_by_name IS NULL)
       AND (state <> 'called' OR tries > 0) AND (tries = 0 OR channel = 'call')
     ),
     ADD CONSTRAINT fk_message_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT`,
];

const DOWN = [
  // What the table before has no words for goes.
  "DELETE FROM message WHERE channel = 'call' OR state = 'withheld'",
  ...['fates', 'calls', 'call_store', 'tries'].map(
    (name) => `ALTER TABLE message DROP CONSTRAINT chk_message_${name}`,
  ),
  'ALTER TABLE message DROP FOREIGN KEY fk_message_store',
  `ALTER TABLE message
     DROP KEY ix_message_sent_for,
     DROP KEY ix_message_calls,
     DROP COLUMN sent_for_id,
     DROP COLUMN store_id,
     DROP COLUMN tries,
     ADD KEY ix_message_to_call (state, created_at),
     ADD CONSTRAINT chk_message_states CHECK (state IN ${oneOf(OLD_STATES)}),
     ADD CONSTRAINT chk_message_call CHECK ((channel = 'call') = (state IN ('to_call', 'called'))),
     ADD CONSTRAINT chk_message_done CHECK (
       (state = 'called') = (done_by_id IS NOT NULL) AND (done_by_id IS NULL) = (done_by_name IS NULL)
     )`,
];

/** What became of telling a client of a coupon: by WeChat, by a text message, by a call of the desk. */
export class CouponMessages1760000000030 implements MigrationInterface {
  readonly name = 'CouponMessages1760000000030';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const sql of DOWN) await runner.query(sql);
  }
}
