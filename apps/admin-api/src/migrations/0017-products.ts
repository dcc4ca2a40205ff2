import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;

const PRODUCTS = [
  // initials are those of the name as it is read, so that the till finds 舒缓面膜 by shmm.
  `CREATE TABLE product (
    id ${ID} NOT NULL,
    name VARCHAR(60) NOT NULL,
    initials VARCHAR(120) ${KEY} NOT NULL,
    category VARCHAR(40) NOT NULL,
    brand VARCHAR(40) NOT NULL,
    unit VARCHAR(20) NOT NULL,
    description VARCHAR(500) NOT NULL,
    price_fen INT UNSIGNED NOT NULL,
    member_price_fen INT UNSIGNED NULL,
    barcode VARCHAR(32) ${KEY} NULL,
    image_url VARCHAR(300) NULL,
    state ${WORD} NOT NULL,
    sort SMALLINT UNSIGNED NOT NULL,
    version INT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_product_barcode UNIQUE (barcode),
    CONSTRAINT chk_product_price CHECK (price_fen <= 100000000),
    CONSTRAINT chk_product_member_price CHECK (member_price_fen IS NULL OR member_price_fen <= price_fen),
    CONSTRAINT chk_product_state CHECK (state IN ('on_sale', 'off_sale'))
  ) ${TABLE}`,
  `CREATE TABLE product_store (
    product_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    PRIMARY KEY (product_id, store_id),
    KEY ix_product_store_store (store_id),
    CONSTRAINT fk_product_store_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
    CONSTRAINT fk_product_store_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // seq is the version that the change made; what the product was then stands in full.
  `CREATE TABLE product_change (
    product_id ${ID} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    product JSON NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (product_id, seq),
    CONSTRAINT fk_product_change_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const PRICE_RULES = [
  // A rule of the house that makes a price. weekdays and month_days are lists, empty for every day; parts are those of
  // a combo: services with their shares of its price.
  `CREATE TABLE price_rule (
    id ${ID} NOT NULL,
    kind ${WORD} NOT NULL,
    name VARCHAR(40) NOT NULL,
    effect_kind ${WORD} NOT NULL,
    effect_value INT UNSIGNED NOT NULL,
    scope_kind ${WORD} NOT NULL,
    scope_ids JSON NOT NULL,
    parts JSON NOT NULL,
    from_date DATE NULL,
    until_date DATE NULL,
    weekdays JSON NOT NULL,
    month_days JSON NOT NULL,
    from_minute SMALLINT UNSIGNED NULL,
    until_minute SMALLINT UNSIGNED NULL,
    members_only TINYINT(1) NOT NULL,
    days_before SMALLINT UNSIGNED NOT NULL,
    days_after SMALLINT UNSIGNED NOT NULL,
    state ${WORD} NOT NULL,
    version INT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT chk_price_rule_kind CHECK (kind IN ('timed', 'member_day', 'birthday', 'first_visit', 'combo')),
    CONSTRAINT chk_price_rule_effect CHECK (
      (effect_kind = 'permille' AND effect_value <= 1000 AND kind <> 'combo')
      OR (effect_kind IN ('price', 'off') AND effect_value <= 100000000)
    ),
    CONSTRAINT chk_price_rule_combo CHECK (kind <> 'combo' OR effect_kind = 'price'),
    CONSTRAINT chk_price_rule_scope CHECK (scope_kind IN ('all', 'services', 'products', 'listed')),
    CONSTRAINT chk_price_rule_dates CHECK (from_date IS NULL OR until_date IS NULL OR from_date <= until_date),
    CONSTRAINT chk_price_rule_hours CHECK (
      (from_minute IS NULL AND until_minute IS NULL) OR (from_minute < until_minute AND until_minute <= 1440)
    ),
    CONSTRAINT chk_price_rule_members CHECK (members_only IN (0, 1)),
    CONSTRAINT chk_price_rule_window CHECK (days_before <= 60 AND days_after <= 60),
    CONSTRAINT chk_price_rule_state CHECK (state IN ('on', 'off'))
  ) ${TABLE}`,
  `CREATE TABLE price_rule_store (
    rule_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    PRIMARY KEY (rule_id, store_id),
    KEY ix_price_rule_store_store (store_id),
    CONSTRAINT fk_price_rule_store_rule FOREIGN KEY (rule_id) REFERENCES price_rule (id) ON DELETE CASCADE,
    CONSTRAINT fk_price_rule_store_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE price_rule_change (
    rule_id ${ID} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    rule JSON NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (rule_id, seq),
    CONSTRAINT fk_price_rule_change_rule FOREIGN KEY (rule_id) REFERENCES price_rule (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const NEWEST_FIRST = [
  ...['price_rule_change', 'price_rule_store', 'price_rule'],
  ...['product_change', 'product_store', 'product'],
];

/** Products on sale, and the house's own price rules. */
export class Products1760000000017 implements MigrationInterface {
  readonly name = 'Products1760000000017';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PRODUCTS, ...PRICE_RULES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of NEWEST_FIRST) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
