import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

/** What clients say while they are served; her words may tell of her health, so they lie sealed. */
const FEEDBACK = `CREATE TABLE visit_feedback (
    id CHAR(26) ${KEY} NOT NULL,
    appointment_id CHAR(26) ${KEY} NOT NULL,
    store_id CHAR(26) ${KEY} NOT NULL,
    wish VARCHAR(12) ${KEY} NOT NULL,
    words_cipher VARBINARY(1000) NULL,
    sealed_for CHAR(26) ${KEY} NULL,
    at DATETIME(3) NOT NULL,
    seen_at DATETIME(3) NULL,
    seen_by CHAR(26) ${KEY} NULL,
    PRIMARY KEY (id),
    KEY ix_visit_feedback_visit (appointment_id, at),
    KEY ix_visit_feedback_store (store_id, at),
    CONSTRAINT chk_visit_feedback_wish CHECK (wish IN ('fine', 'lighter', 'stronger', 'warmer', 'cooler', 'come', 'words')),
    CONSTRAINT chk_visit_feedback_words CHECK (wish <> 'words' OR words_cipher IS NOT NULL),
    CONSTRAINT chk_visit_feedback_sealed CHECK ((words_cipher IS NULL) = (sealed_for IS NULL)),
    CONSTRAINT chk_visit_feedback_seen CHECK ((seen_at IS NULL) = (seen_by IS NULL)),
    CONSTRAINT fk_visit_feedback_visit FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE RESTRICT,
    CONSTRAINT fk_visit_feedback_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    CONSTRAINT fk_visit_feedback_seen FOREIGN KEY (seen_by) REFERENCES staff_member (id) ON DELETE RESTRICT
  ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`;

/** A client who is being served can say a word at once, and sees that it was read. */
export class VisitFeedback1760000000087 implements MigrationInterface {
  readonly name = 'VisitFeedback1760000000087';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FEEDBACK);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS visit_feedback');
  }
}
