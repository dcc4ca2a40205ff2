import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const WORD = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';
const TABLE_OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

/** The house itself: who the salon is, where and when it is open. */
const STORES = [
  `CREATE TABLE brand (
    id ${ID} NOT NULL,
    name VARCHAR(60) NOT NULL,
    slogan VARCHAR(120) NOT NULL,
    story VARCHAR(1000) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    CONSTRAINT pk_brand PRIMARY KEY (id),
    CONSTRAINT uq_brand_name UNIQUE (name)
  ) ${TABLE_OPTIONS}`,
  // One row at most: it says that the demo salon was begun, and whether it was finished.
  `CREATE TABLE demo_load (
    id TINYINT UNSIGNED NOT NULL,
    started_at DATETIME(3) NOT NULL,
    finished_at DATETIME(3) NULL,
    CONSTRAINT pk_demo_load PRIMARY KEY (id),
    CONSTRAINT chk_demo_load_single CHECK (id = 1),
    CONSTRAINT chk_demo_load_order CHECK (finished_at IS NULL OR finished_at >= started_at)
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE store (
    id ${ID} NOT NULL,
    name VARCHAR(60) NOT NULL,
    short_name VARCHAR(20) NOT NULL,
    address VARCHAR(200) NOT NULL,
    phone VARCHAR(20) NOT NULL,
    latitude DECIMAL(9,6) NOT NULL,
    longitude DECIMAL(9,6) NOT NULL,
    time_zone VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    state ${WORD} NOT NULL,
    slot_step_minutes SMALLINT UNSIGNED NOT NULL,
    lead_minutes SMALLINT UNSIGNED NOT NULL,
    horizon_days SMALLINT UNSIGNED NOT NULL,
    max_wait_minutes SMALLINT UNSIGNED NOT NULL,
    max_open_visits SMALLINT UNSIGNED NOT NULL,
    phone_required TINYINT(1) NOT NULL,
    free_cancel_hours SMALLINT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    CONSTRAINT pk_store PRIMARY KEY (id),
    CONSTRAINT uq_store_name UNIQUE (name),
    CONSTRAINT chk_store_state CHECK (state IN ('open', 'paused')),
    CONSTRAINT chk_store_latitude CHECK (latitude BETWEEN -90 AND 90),
    CONSTRAINT chk_store_longitude CHECK (longitude BETWEEN -180 AND 180),
    CONSTRAINT chk_store_slot_step CHECK (slot_step_minutes BETWEEN 5 AND 120 AND slot_step_minutes % 5 = 0),
    CONSTRAINT chk_store_horizon CHECK (horizon_days BETWEEN 1 AND 366),
    CONSTRAINT chk_store_max_wait CHECK (max_wait_minutes <= 120 AND max_wait_minutes % 5 = 0),
    CONSTRAINT chk_store_max_open_visits CHECK (max_open_visits >= 1),
    CONSTRAINT chk_store_phone_required CHECK (phone_required IN (0, 1))
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE store_hours (
    store_id ${ID} NOT NULL,
    weekday TINYINT UNSIGNED NOT NULL,
    opens_minute SMALLINT UNSIGNED NOT NULL,
    closes_minute SMALLINT UNSIGNED NOT NULL,
    CONSTRAINT pk_store_hours PRIMARY KEY (store_id, weekday),
    CONSTRAINT fk_store_hours_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE CASCADE,
    CONSTRAINT chk_store_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
    CONSTRAINT chk_store_hours_range CHECK (
      opens_minute < 1440 AND closes_minute > opens_minute AND closes_minute <= opens_minute + 1440
    ),
    CONSTRAINT chk_store_hours_step CHECK (opens_minute % 5 = 0 AND closes_minute % 5 = 0)
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE store_closure (
    store_id ${ID} NOT NULL,
    date DATE NOT NULL,
    reason VARCHAR(120) NOT NULL,
    CONSTRAINT pk_store_closure PRIMARY KEY (store_id, date),
    CONSTRAINT fk_store_closure_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE CASCADE
  ) ${TABLE_OPTIONS}`,
];

const STAFF = [
  `CREATE TABLE skill (
    id ${ID} NOT NULL,
    name VARCHAR(40) NOT NULL,
    CONSTRAINT pk_skill PRIMARY KEY (id),
    CONSTRAINT uq_skill_name UNIQUE (name)
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE staff_member (
    id ${ID} NOT NULL,
    name VARCHAR(40) NOT NULL,
    display_name VARCHAR(40) NOT NULL,
    gender ${WORD} NOT NULL,
    position ${WORD} NOT NULL,
    grade ${WORD} NOT NULL,
    title VARCHAR(40) NOT NULL,
    bio VARCHAR(500) NOT NULL,
    avatar_url VARCHAR(300) NULL,
    state ${WORD} NOT NULL,
    online_bookable TINYINT(1) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    CONSTRAINT pk_staff_member PRIMARY KEY (id),
    CONSTRAINT chk_staff_member_gender CHECK (gender IN ('female', 'male', 'unknown')),
    CONSTRAINT chk_staff_member_position CHECK (position IN (
      'therapist', 'stylist', 'colourist', 'assistant', 'consultant',
      'front_desk', 'manager', 'marketing', 'finance', 'owner'
    )),
    CONSTRAINT chk_staff_member_grade CHECK (grade IN ('junior', 'senior', 'expert', 'director')),
    CONSTRAINT chk_staff_member_state CHECK (state IN ('active', 'left')),
    CONSTRAINT chk_staff_member_online CHECK (online_bookable IN (0, 1))
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE staff_store (
    staff_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    CONSTRAINT pk_staff_store PRIMARY KEY (staff_id, store_id),
    CONSTRAINT fk_staff_store_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE CASCADE,
    CONSTRAINT fk_staff_store_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    INDEX ix_staff_store_store (store_id, staff_id)
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE staff_skill (
    staff_id ${ID} NOT NULL,
    skill_id ${ID} NOT NULL,
    CONSTRAINT pk_staff_skill PRIMARY KEY (staff_id, skill_id),
    CONSTRAINT fk_staff_skill_staff FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE CASCADE,
    CONSTRAINT fk_staff_skill_skill FOREIGN KEY (skill_id) REFERENCES skill (id) ON DELETE RESTRICT,
    INDEX ix_staff_skill_skill (skill_id, staff_id)
  ) ${TABLE_OPTIONS}`,
];

const CATALOG = [
  `CREATE TABLE service_category (
    id ${ID} NOT NULL,
    name VARCHAR(40) NOT NULL,
    sort SMALLINT UNSIGNED NOT NULL,
    CONSTRAINT pk_service_category PRIMARY KEY (id),
    CONSTRAINT uq_service_category_name UNIQUE (name)
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE service (
    id ${ID} NOT NULL,
    category_id ${ID} NOT NULL,
    name VARCHAR(60) NOT NULL,
    description VARCHAR(1000) NOT NULL,
    price_fen INT UNSIGNED NOT NULL,
    member_price_fen INT UNSIGNED NULL,
    online_bookable TINYINT(1) NOT NULL,
    confirm_policy ${WORD} NOT NULL,
    buffer_before_minutes SMALLINT UNSIGNED NOT NULL,
    buffer_after_minutes SMALLINT UNSIGNED NOT NULL,
    sort SMALLINT UNSIGNED NOT NULL,
    image_url VARCHAR(300) NULL,
    state ${WORD} NOT NULL,
    CONSTRAINT pk_service PRIMARY KEY (id),
    CONSTRAINT uq_service_name UNIQUE (name),
    CONSTRAINT fk_service_category FOREIGN KEY (category_id) REFERENCES service_category (id) ON DELETE RESTRICT,
    CONSTRAINT chk_service_member_price CHECK (member_price_fen IS NULL OR member_price_fen <= price_fen),
    CONSTRAINT chk_service_online CHECK (online_bookable IN (0, 1)),
    CONSTRAINT chk_service_confirm_policy CHECK (confirm_policy IN ('auto', 'staff')),
    CONSTRAINT chk_service_buffers CHECK (
      buffer_before_minutes % 5 = 0 AND buffer_before_minutes <= 120
      AND buffer_after_minutes % 5 = 0 AND buffer_after_minutes <= 120
    ),
    CONSTRAINT chk_service_state CHECK (state IN ('active', 'retired')),
    INDEX ix_service_category (category_id, sort)
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE service_segment (
    service_id ${ID} NOT NULL,
    seq TINYINT UNSIGNED NOT NULL,
    kind ${WORD} NOT NULL,
    minutes SMALLINT UNSIGNED NOT NULL,
    label VARCHAR(40) NOT NULL,
    position ${WORD} NULL,
    skill_id ${ID} NULL,
    room_kind ${WORD} NULL,
    device_kind ${WORD} NULL,
    keeps_room TINYINT(1) NOT NULL,
    CONSTRAINT pk_service_segment PRIMARY KEY (service_id, seq),
    CONSTRAINT fk_service_segment_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE CASCADE,
    CONSTRAINT fk_service_segment_skill FOREIGN KEY (skill_id) REFERENCES skill (id) ON DELETE RESTRICT,
    CONSTRAINT chk_service_segment_kind CHECK (kind IN ('hands_on', 'processing')),
    CONSTRAINT chk_service_segment_minutes CHECK (minutes BETWEEN 5 AND 480 AND minutes % 5 = 0),
    CONSTRAINT chk_service_segment_position CHECK (
      position IS NULL OR position IN ('therapist', 'stylist', 'colourist', 'assistant', 'consultant')
    ),
    CONSTRAINT chk_service_segment_needs CHECK (
      (kind = 'hands_on' AND position IS NOT NULL AND keeps_room = 0)
      OR (kind = 'processing' AND position IS NULL AND skill_id IS NULL AND room_kind IS NULL)
    ),
    CONSTRAINT chk_service_segment_keeps_room CHECK (keeps_room IN (0, 1)),
    INDEX ix_service_segment_skill (skill_id)
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE service_store (
    service_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    CONSTRAINT pk_service_store PRIMARY KEY (service_id, store_id),
    CONSTRAINT fk_service_store_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE CASCADE,
    CONSTRAINT fk_service_store_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT,
    INDEX ix_service_store_store (store_id, service_id)
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE service_grade_price (
    service_id ${ID} NOT NULL,
    grade ${WORD} NOT NULL,
    price_fen INT UNSIGNED NOT NULL,
    CONSTRAINT pk_service_grade_price PRIMARY KEY (service_id, grade),
    CONSTRAINT fk_service_grade_price_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE CASCADE,
    CONSTRAINT chk_service_grade_price_grade CHECK (grade IN ('junior', 'senior', 'expert', 'director'))
  ) ${TABLE_OPTIONS}`,
];

const TABLES_NEWEST_FIRST = [
  'service_grade_price',
  'service_store',
  'service_segment',
  'service',
  'service_category',
  'staff_skill',
  'staff_store',
  'staff_member',
  'skill',
  'store_closure',
  'store_hours',
  'store',
  'demo_load',
  'brand',
];

/** Brand, stores, people and services: what a visit is booked from. */
export class StoresStaffCatalog1760000000004 implements MigrationInterface {
  readonly name = 'StoresStaffCatalog1760000000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STORES, ...STAFF, ...CATALOG]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES_NEWEST_FIRST) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
