import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_CONSENT_TEXTS } from './content/first-consent-texts.js';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(12) ${KEY}`;

const UP = [
  // Versions of the words that clients agree to: the kinds of consent, and the risk notice of a service. Never changed.
  // `topic` is the kind, or the service: what the versions count.
  `CREATE TABLE consent_text (
    id ${ID} NOT NULL,
    kind ${WORD} NOT NULL,
    service_id ${ID} NULL,
    topic VARCHAR(26) ${KEY} NOT NULL,
    version INT UNSIGNED NOT NULL,
    title VARCHAR(60) NOT NULL,
    body TEXT NOT NULL,
    body_hash BINARY(32) NOT NULL,
    required TINYINT(1) NOT NULL,
    guardian_below TINYINT UNSIGNED NOT NULL,
    created_by ${ID} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_consent_text_version UNIQUE (topic, version),
    CONSTRAINT chk_consent_text_kind CHECK (kind IN ('health', 'photos', 'privacy', 'notice')),
    CONSTRAINT chk_consent_text_topic CHECK (
      (kind = 'notice' AND service_id IS NOT NULL AND topic = service_id)
      OR (kind <> 'notice' AND service_id IS NULL AND topic = kind)
    ),
    CONSTRAINT chk_consent_text_guardian CHECK (guardian_below BETWEEN 14 AND 18),
    CONSTRAINT fk_consent_text_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Who gave or withdrew what, when and how; the last one of a kind stands. The proof (signature, number of the paper,
  // guardian) lies under the client's own key.
  `CREATE TABLE consent (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    kind ${WORD} NOT NULL,
    text_id ${ID} NOT NULL,
    act VARCHAR(9) ${KEY} NOT NULL,
    way VARCHAR(6) ${KEY} NOT NULL,
    by_kind VARCHAR(8) ${KEY} NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    proof_cipher MEDIUMBLOB NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_consent_customer (customer_id, kind, at, id),
    CONSTRAINT chk_consent_act CHECK (act IN ('given', 'withdrawn')),
    CONSTRAINT chk_consent_kind CHECK (kind IN ('health', 'photos', 'privacy', 'notice')),
    CONSTRAINT chk_consent_way CHECK (way IN ('phone', 'screen', 'paper')),
    CONSTRAINT chk_consent_by CHECK (by_kind IN ('client', 'staff')),
    CONSTRAINT chk_consent_proof CHECK (act = 'withdrawn' OR proof_cipher IS NOT NULL),
    CONSTRAINT fk_consent_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_consent_text FOREIGN KEY (text_id) REFERENCES consent_text (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const FIRST_AT = new Date('2026-01-01T00:00:00Z');

/** What clients agree to besides money: separate consents and the risk notices of services. */
export class Consents1760000000046 implements MigrationInterface {
  readonly name = 'Consents1760000000046';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of UP) await runner.query(sql);
    for (const [kind, { id, title, body }] of Object.entries(FIRST_CONSENT_TEXTS)) {
      await runner.query(
        `INSERT INTO consent_text (id, kind, topic, version, title, body, body_hash, required, guardian_below,
           created_by, created_at)
         VALUES (?, ?, ?, 1, ?, ?, ?, 1, 14, '', ?)`,
        [id, kind, kind, title, body, createHash('sha256').update(body).digest(), FIRST_AT],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['consent', 'consent_text']) {
      await runner.query(`DROP TABLE IF EXISTS ${table}`);
    }
  }
}
