import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const STATES = `'held', 'requested', 'confirmed', 'arrived', 'in_service', 'completed', 'cancelled', 'no_show', 'expired'`;

const TABLES = [
  `CREATE TABLE appointment (
    id CHAR(26) ${KEY} NOT NULL,
    store_id CHAR(26) ${KEY} NOT NULL,
    customer_id CHAR(26) ${KEY} NOT NULL,
    state VARCHAR(12) ${KEY} NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    channel VARCHAR(12) ${KEY} NOT NULL,
    note VARCHAR(200) NULL,
    price_fen INT UNSIGNED NOT NULL,
    version INT UNSIGNED NOT NULL DEFAULT 1,
    free_cancel_until DATETIME(3) NOT NULL,
    late_cancel TINYINT(1) NOT NULL DEFAULT 0,
    cancel_reason VARCHAR(200) NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_appointment_store_start (store_id, starts_at),
    KEY ix_appointment_customer_start (customer_id, starts_at),
    KEY ix_appointment_state_start (state, starts_at),
    CONSTRAINT chk_appointment_state CHECK (state IN (${STATES})),
    CONSTRAINT chk_appointment_channel CHECK (channel IN ('mini_program', 'desk', 'phone', 'walk_in')),
    CONSTRAINT chk_appointment_order CHECK (ends_at > starts_at),
    CONSTRAINT fk_appointment_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    CONSTRAINT fk_appointment_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // One row per service of the visit; name and price as they were when booked.
  `CREATE TABLE appointment_item (
    appointment_id CHAR(26) ${KEY} NOT NULL,
    seq TINYINT UNSIGNED NOT NULL,
    service_id CHAR(26) ${KEY} NOT NULL,
    service_name VARCHAR(60) NOT NULL,
    staff_id CHAR(26) ${KEY} NOT NULL,
    requested TINYINT(1) NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    price_fen INT UNSIGNED NOT NULL,
    PRIMARY KEY (appointment_id, seq),
    KEY ix_appointment_item_staff (staff_id, starts_at),
    CONSTRAINT chk_appointment_item_order CHECK (ends_at > starts_at),
    CONSTRAINT fk_appointment_item_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE CASCADE,
    CONSTRAINT fk_appointment_item_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE RESTRICT,
    CONSTRAINT fk_appointment_item_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Who and what each step uses, as a person reads it: without the buffers, with the processing time of a room.
  `CREATE TABLE appointment_allocation (
    appointment_id CHAR(26) ${KEY} NOT NULL,
    seq TINYINT UNSIGNED NOT NULL,
    item_seq TINYINT UNSIGNED NOT NULL,
    resource_id CHAR(26) ${KEY} NOT NULL,
    kind VARCHAR(8) ${KEY} NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    PRIMARY KEY (appointment_id, seq),
    KEY ix_appointment_allocation_resource (resource_id, starts_at),
    CONSTRAINT chk_appointment_allocation_kind CHECK (kind IN ('staff', 'room', 'device')),
    CONSTRAINT chk_appointment_allocation_order CHECK (ends_at > starts_at),
    CONSTRAINT fk_appointment_allocation_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE CASCADE,
    CONSTRAINT fk_appointment_allocation_resource FOREIGN KEY (resource_id) REFERENCES resource (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Every change keeps who, when and why; seq is the version it made, so two changes cannot claim one place.
  `CREATE TABLE appointment_change (
    appointment_id CHAR(26) ${KEY} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    transition VARCHAR(12) ${KEY} NOT NULL,
    from_state VARCHAR(12) ${KEY} NULL,
    to_state VARCHAR(12) ${KEY} NOT NULL,
    by_kind VARCHAR(8) ${KEY} NOT NULL,
    by_id VARCHAR(40) ${KEY} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    reason VARCHAR(200) NULL,
    detail JSON NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (appointment_id, seq),
    CONSTRAINT chk_appointment_change_by CHECK (by_kind IN ('client', 'staff', 'system')),
    CONSTRAINT fk_appointment_change_appointment FOREIGN KEY (appointment_id) REFERENCES appointment (id) ON DELETE CASCADE
  ) ${TABLE}`,
];

/** Visits, what they consist of, and their history. */
export class Appointments1760000000006 implements MigrationInterface {
  readonly name = 'Appointments1760000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'appointment_change',
      'appointment_allocation',
      'appointment_item',
      'appointment',
    ];
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
  }
}
