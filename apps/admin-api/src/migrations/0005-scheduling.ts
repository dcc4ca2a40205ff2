import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';

const TABLES = [
  // Whatever can be held for a visit. A person belongs to no store here: her shifts say where she is.
  `CREATE TABLE resource (
    id CHAR(26) ${KEY} NOT NULL,
    store_id CHAR(26) ${KEY} NULL,
    kind VARCHAR(8) ${KEY} NOT NULL,
    staff_id CHAR(26) ${KEY} NULL,
    name VARCHAR(40) NOT NULL,
    room_kind VARCHAR(16) ${KEY} NULL,
    device_kind VARCHAR(16) ${KEY} NULL,
    state VARCHAR(8) ${KEY} NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_resource_staff (staff_id),
    KEY ix_resource_store (store_id, kind),
    CONSTRAINT chk_resource_kind CHECK (kind IN ('staff', 'room', 'bed', 'device')),
    CONSTRAINT chk_resource_state CHECK (state IN ('active', 'retired')),
    CONSTRAINT chk_resource_owner CHECK ((kind = 'staff') = (staff_id IS NOT NULL)),
    CONSTRAINT chk_resource_place CHECK ((kind = 'staff') = (store_id IS NULL)),
    CONSTRAINT fk_resource_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    CONSTRAINT fk_resource_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE shift (
    id CHAR(26) ${KEY} NOT NULL,
    staff_id CHAR(26) ${KEY} NOT NULL,
    store_id CHAR(26) ${KEY} NOT NULL,
    local_date DATE NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_shift_start (staff_id, starts_at),
    KEY ix_shift_store_start (store_id, starts_at),
    CONSTRAINT chk_shift_order CHECK (ends_at > starts_at),
    CONSTRAINT fk_shift_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE RESTRICT,
    CONSTRAINT fk_shift_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE shift_break (
    shift_id CHAR(26) ${KEY} NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    PRIMARY KEY (shift_id, starts_at),
    CONSTRAINT chk_shift_break_order CHECK (ends_at > starts_at),
    CONSTRAINT fk_shift_break_shift FOREIGN KEY (shift_id) REFERENCES shift (id) ON DELETE CASCADE
  ) ${TABLE}`,
  `CREATE TABLE resource_block (
    id CHAR(26) ${KEY} NOT NULL,
    resource_id CHAR(26) ${KEY} NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    kind VARCHAR(8) ${KEY} NOT NULL,
    reason VARCHAR(120) NULL,
    PRIMARY KEY (id),
    KEY ix_resource_block_start (resource_id, starts_at),
    CONSTRAINT chk_resource_block_kind CHECK (kind IN ('break', 'leave', 'block')),
    CONSTRAINT chk_resource_block_order CHECK (ends_at > starts_at),
    CONSTRAINT fk_resource_block_resource FOREIGN KEY (resource_id) REFERENCES resource (id) ON DELETE CASCADE
  ) ${TABLE}`,
  // The guard against double booking: one row per resource and five minutes, so the database itself refuses.
  `CREATE TABLE booking_slot (
    resource_id CHAR(26) ${KEY} NOT NULL,
    slot INT UNSIGNED NOT NULL,
    holder_kind VARCHAR(12) ${KEY} NOT NULL,
    holder_id CHAR(26) ${KEY} NOT NULL,
    PRIMARY KEY (resource_id, slot),
    KEY ix_booking_slot_holder (holder_kind, holder_id),
    KEY ix_booking_slot_slot (slot),
    CONSTRAINT chk_booking_slot_holder CHECK (holder_kind IN ('appointment', 'block')),
    CONSTRAINT fk_booking_slot_resource FOREIGN KEY (resource_id) REFERENCES resource (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

/** Who and what can be booked, when they are there, and what is taken (booking.md). */
export class Scheduling1760000000005 implements MigrationInterface {
  readonly name = 'Scheduling1760000000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['booking_slot', 'resource_block', 'shift_break', 'shift', 'resource']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
