import type { MigrationInterface, QueryRunner } from 'typeorm';

const ID = 'CHAR(26) CHARACTER SET ascii COLLATE ascii_bin';
const WORD = 'VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin';
const TABLE_OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

/** How a client proves who she is: a WeChat identity that points at a file, sessions, codes sent by SMS. */
const CLIENTS = [
  // The file it points at is added as a foreign key by 0003, where files begin.
  `CREATE TABLE wechat_identity (
    id ${ID} NOT NULL,
    appid VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    openid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    unionid VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    customer_id ${ID} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    CONSTRAINT pk_wechat_identity PRIMARY KEY (id),
    CONSTRAINT uq_wechat_identity_openid UNIQUE (appid, openid),
    INDEX ix_wechat_identity_customer (customer_id, appid)
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE client_session (
    token_hash BINARY(32) NOT NULL,
    id ${ID} NOT NULL,
    identity_id ${ID} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    CONSTRAINT pk_client_session PRIMARY KEY (token_hash),
    CONSTRAINT uq_client_session_id UNIQUE (id),
    CONSTRAINT fk_client_session_identity FOREIGN KEY (identity_id) REFERENCES wechat_identity (id) ON DELETE CASCADE,
    CONSTRAINT chk_client_session_expiry CHECK (expires_at > created_at),
    INDEX ix_client_session_expiry (expires_at)
  ) ${TABLE_OPTIONS}`,
  // One live code per phone and purpose: the primary key is the rule.
  `CREATE TABLE sms_code (
    phone_index BINARY(32) NOT NULL,
    purpose ${WORD} NOT NULL,
    code_mac BINARY(32) NOT NULL,
    tries_left TINYINT UNSIGNED NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    resend_at DATETIME(3) NOT NULL,
    sent_count SMALLINT UNSIGNED NOT NULL,
    window_started_at DATETIME(3) NOT NULL,
    CONSTRAINT pk_sms_code PRIMARY KEY (phone_index, purpose),
    CONSTRAINT chk_sms_code_purpose CHECK (purpose IN ('bind-phone')),
    CONSTRAINT chk_sms_code_tries CHECK (tries_left <= 5),
    INDEX ix_sms_code_window (window_started_at)
  ) ${TABLE_OPTIONS}`,
  // Orders those who bind the same phone at the same time; holds nothing else.
  `CREATE TABLE phone_binding (
    phone_index BINARY(32) NOT NULL,
    CONSTRAINT pk_phone_binding PRIMARY KEY (phone_index)
  ) ${TABLE_OPTIONS}`,
];

/** How staff prove who they are. Who they are is the staff module's; 0008 ties the two. */
const STAFF = [
  `CREATE TABLE staff_account (
    staff_id ${ID} NOT NULL,
    username VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    password_hash VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    password_changed_at DATETIME(3) NOT NULL,
    is_demo TINYINT(1) NOT NULL,
    totp_state ${WORD} NOT NULL,
    totp_cipher VARBINARY(255) NULL,
    totp_last_step BIGINT UNSIGNED NULL,
    created_at DATETIME(3) NOT NULL,
    CONSTRAINT pk_staff_account PRIMARY KEY (staff_id),
    CONSTRAINT uq_staff_account_username UNIQUE (username),
    CONSTRAINT chk_staff_account_demo CHECK (is_demo IN (0, 1)),
    CONSTRAINT chk_staff_account_totp_state CHECK (totp_state IN ('off', 'pending', 'on')),
    CONSTRAINT chk_staff_account_totp_secret CHECK (
      (totp_state = 'off' AND totp_cipher IS NULL) OR (totp_state <> 'off' AND totp_cipher IS NOT NULL)
    )
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE staff_role (
    staff_id ${ID} NOT NULL,
    role ${WORD} NOT NULL,
    CONSTRAINT pk_staff_role PRIMARY KEY (staff_id, role),
    CONSTRAINT fk_staff_role_account FOREIGN KEY (staff_id) REFERENCES staff_account (staff_id) ON DELETE CASCADE,
    CONSTRAINT chk_staff_role_role CHECK (role IN (
      'owner', 'manager', 'desk', 'therapist', 'consultant', 'marketing', 'finance'
    ))
  ) ${TABLE_OPTIONS}`,
  `CREATE TABLE staff_session (
    token_hash BINARY(32) NOT NULL,
    id ${ID} NOT NULL,
    staff_id ${ID} NOT NULL,
    by_cookie TINYINT(1) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    last_seen_at DATETIME(3) NOT NULL,
    idle_until DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    CONSTRAINT pk_staff_session PRIMARY KEY (token_hash),
    CONSTRAINT uq_staff_session_id UNIQUE (id),
    CONSTRAINT fk_staff_session_account FOREIGN KEY (staff_id) REFERENCES staff_account (staff_id) ON DELETE CASCADE,
    CONSTRAINT chk_staff_session_cookie CHECK (by_cookie IN (0, 1)),
    CONSTRAINT chk_staff_session_expiry CHECK (idle_until <= expires_at AND expires_at > created_at),
    INDEX ix_staff_session_staff (staff_id),
    INDEX ix_staff_session_expiry (expires_at)
  ) ${TABLE_OPTIONS}`,
  // Failed sign-ins, counted per (name and source), per device, per source and per name; keys are keyed hashes.
  `CREATE TABLE login_throttle (
    key_hash BINARY(32) NOT NULL,
    attempts INT UNSIGNED NOT NULL,
    last_attempt_at DATETIME(3) NOT NULL,
    blocked_until DATETIME(3) NULL,
    CONSTRAINT pk_login_throttle PRIMARY KEY (key_hash),
    INDEX ix_login_throttle_last (last_attempt_at)
  ) ${TABLE_OPTIONS}`,
];

const TABLES_NEWEST_FIRST = [
  'login_throttle',
  'staff_session',
  'staff_role',
  'staff_account',
  'phone_binding',
  'sms_code',
  'client_session',
  'wechat_identity',
];

/** Identities, sessions, sign-in codes and accounts. */
export class Identity1760000000002 implements MigrationInterface {
  readonly name = 'Identity1760000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...CLIENTS, ...STAFF]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES_NEWEST_FIRST) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
