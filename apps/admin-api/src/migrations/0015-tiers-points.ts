import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;
const SOURCE = `VARCHAR(60) ${KEY}`;

const ACTIVITY = [
  // What a client did, as tiers and later analyses count it. A reversal is a row of its own with sign -1, on the day of
  // what it takes back, so that both leave a window together. No foreign key to the file: a payment that comes in must
  // not wait for a file that is being joined.
  `CREATE TABLE member_activity (
    id BIGINT NOT NULL AUTO_INCREMENT,
    customer_id ${ID} NOT NULL,
    kind ${WORD} NOT NULL,
    amount_fen INT UNSIGNED NOT NULL,
    bonus_fen INT UNSIGNED NOT NULL,
    happened_on DATE NOT NULL,
    store_id ${ID} NOT NULL,
    source_kind ${WORD} NOT NULL,
    source_id ${SOURCE} NOT NULL,
    origin_id ${SOURCE} NOT NULL,
    sign TINYINT NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_member_activity_source UNIQUE (source_kind, source_id, kind, sign),
    KEY ix_member_activity_customer (customer_id, happened_on),
    CONSTRAINT chk_member_activity_kind CHECK (kind IN ('cash_in', 'consumption', 'visit', 'top_up', 'product')),
    CONSTRAINT chk_member_activity_sign CHECK (sign IN (1, -1)),
    CONSTRAINT fk_member_activity_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const TIERS = [
  // rank_no is NULL once a tier is given to nobody any more, so that its place is free for another.
  `CREATE TABLE tier (
    id ${ID} NOT NULL,
    rank_no SMALLINT UNSIGNED NULL,
    name VARCHAR(20) NOT NULL,
    service_discount_permille SMALLINT UNSIGNED NOT NULL,
    product_discount_permille SMALLINT UNSIGNED NOT NULL,
    points_multiplier_percent SMALLINT UNSIGNED NOT NULL,
    privileges JSON NOT NULL,
    thresholds JSON NOT NULL,
    state ${WORD} NOT NULL,
    version INT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_tier_rank UNIQUE (rank_no),
    CONSTRAINT chk_tier_state CHECK ((state = 'active' AND rank_no IS NOT NULL) OR (state = 'retired' AND rank_no IS NULL)),
    CONSTRAINT chk_tier_discounts CHECK (
      service_discount_permille BETWEEN 1 AND 1000 AND product_discount_permille BETWEEN 1 AND 1000
    ),
    CONSTRAINT chk_tier_multiplier CHECK (points_multiplier_percent BETWEEN 100 AND 1000)
  ) ${TABLE}`,
  // seq is the version that the change made; what it was then stands in full.
  `CREATE TABLE tier_change (
    tier_id ${ID} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    tier JSON NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (tier_id, seq),
    CONSTRAINT fk_tier_change_tier FOREIGN KEY (tier_id) REFERENCES tier (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // The tier that a client has; its row orders everybody who weighs it. tier_id NULL: none. kept_until NULL: no end.
  `CREATE TABLE customer_tier (
    customer_id ${ID} NOT NULL,
    tier_id ${ID} NULL,
    since DATE NOT NULL,
    kept_until DATE NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (customer_id),
    KEY ix_customer_tier_kept (kept_until),
    CONSTRAINT fk_customer_tier_tier FOREIGN KEY (tier_id) REFERENCES tier (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Why a client has her tier: every step with what stood before it. cause names the activity that lifted her.
  `CREATE TABLE customer_tier_change (
    id BIGINT NOT NULL AUTO_INCREMENT,
    customer_id ${ID} NOT NULL,
    kind ${WORD} NOT NULL,
    from_tier_id ${ID} NULL,
    to_tier_id ${ID} NULL,
    from_kept_until DATE NULL,
    kept_until DATE NULL,
    happened_on DATE NOT NULL,
    reason VARCHAR(200) NOT NULL,
    by_kind ${WORD} NOT NULL,
    by_id VARCHAR(40) ${KEY} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_customer_tier_change (customer_id, id),
    CONSTRAINT chk_customer_tier_change_kind CHECK (
      kind IN ('upgrade', 'keep', 'downgrade', 'by_hand', 'taken_back', 'joined')
    ),
    CONSTRAINT chk_customer_tier_change_hand CHECK (kind <> 'by_hand' OR reason <> ''),
    CONSTRAINT fk_customer_tier_change_from FOREIGN KEY (from_tier_id) REFERENCES tier (id) ON DELETE RESTRICT,
    CONSTRAINT fk_customer_tier_change_to FOREIGN KEY (to_tier_id) REFERENCES tier (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const POINTS = [
  // What brought points, once for each source. settled_points went to a shortfall first and were never hers again.
  `CREATE TABLE points_earning (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    source_kind ${WORD} NOT NULL,
    source_id ${SOURCE} NOT NULL,
    points INT UNSIGNED NOT NULL,
    settled_points INT UNSIGNED NOT NULL,
    tx_id BIGINT NULL,
    entry_no ${ID} NULL,
    lot_id BIGINT NULL,
    expires_on DATE NULL,
    state ${WORD} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_points_earning_source UNIQUE (source_kind, source_id),
    KEY ix_points_earning_customer (customer_id, created_at),
    CONSTRAINT chk_points_earning_points CHECK (points > 0 AND settled_points <= points),
    CONSTRAINT chk_points_earning_tx CHECK ((settled_points = points) = (tx_id IS NULL)),
    CONSTRAINT chk_points_earning_state CHECK (state IN ('done', 'reversed')),
    CONSTRAINT chk_points_earning_kind CHECK (
      source_kind IN ('bill', 'check_in', 'review', 'referral', 'adjustment')
    ),
    CONSTRAINT fk_points_earning_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Points that were taken back but used already: the next ones she earns make up for them. Never a balance below zero.
  `CREATE TABLE points_shortfall (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    source_kind ${WORD} NOT NULL,
    source_id ${SOURCE} NOT NULL,
    points INT UNSIGNED NOT NULL,
    left_points INT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_points_shortfall_source UNIQUE (source_kind, source_id),
    KEY ix_points_shortfall_customer (customer_id, left_points),
    CONSTRAINT chk_points_shortfall_left CHECK (points > 0 AND left_points <= points)
  ) ${TABLE}`,
  // Points that paid a part of a bill, once for each bill.
  `CREATE TABLE points_use (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    bill_id ${SOURCE} NOT NULL,
    points INT UNSIGNED NOT NULL,
    value_fen INT UNSIGNED NOT NULL,
    tx_id BIGINT NOT NULL,
    entry_no ${ID} NOT NULL,
    state ${WORD} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_points_use_bill UNIQUE (bill_id),
    CONSTRAINT uq_points_use_tx UNIQUE (tx_id),
    KEY ix_points_use_customer (customer_id, created_at),
    CONSTRAINT chk_points_use_amount CHECK (points > 0 AND value_fen > 0),
    CONSTRAINT chk_points_use_state CHECK (state IN ('done', 'reversed')),
    CONSTRAINT fk_points_use_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // A day is checked in once, however often the button is pressed.
  `CREATE TABLE check_in (
    customer_id ${ID} NOT NULL,
    on_date DATE NOT NULL,
    streak INT UNSIGNED NOT NULL,
    points INT UNSIGNED NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (customer_id, on_date),
    CONSTRAINT chk_check_in_streak CHECK (streak > 0)
  ) ${TABLE}`,
  // taken never passes stock: the last piece goes to one client only. A reward with a template is a coupon, which nobody
  // hands over.
  `CREATE TABLE points_reward (
    id ${ID} NOT NULL,
    name VARCHAR(40) NOT NULL,
    description VARCHAR(200) NOT NULL,
    cost_points INT UNSIGNED NOT NULL,
    stock INT UNSIGNED NULL,
    taken INT UNSIGNED NOT NULL,
    per_client_cap SMALLINT UNSIGNED NULL,
    coupon_template_id ${ID} NULL,
    state ${WORD} NOT NULL,
    sort SMALLINT UNSIGNED NOT NULL,
    version INT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT chk_points_reward_stock CHECK (stock IS NULL OR taken <= stock),
    CONSTRAINT chk_points_reward_cost CHECK (cost_points > 0),
    CONSTRAINT chk_points_reward_cap CHECK (per_client_cap IS NULL OR per_client_cap > 0),
    CONSTRAINT chk_points_reward_state CHECK (state IN ('draft', 'on_offer', 'off_offer'))
  ) ${TABLE}`,
  `CREATE TABLE points_reward_change (
    reward_id ${ID} NOT NULL,
    seq INT UNSIGNED NOT NULL,
    by_id ${ID} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    reward JSON NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (reward_id, seq),
    CONSTRAINT fk_points_reward_change_reward FOREIGN KEY (reward_id) REFERENCES points_reward (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // turn counts a client's redemptions of one reward: two at once cannot have the same. What gave a coupon is done at
  // once; all else waits for its code.
  `CREATE TABLE points_redemption (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    reward_id ${ID} NOT NULL,
    turn INT UNSIGNED NOT NULL,
    store_id ${ID} NOT NULL,
    name VARCHAR(40) NOT NULL,
    points INT UNSIGNED NOT NULL,
    pick_up_code CHAR(8) ${KEY} NULL,
    coupon_id ${ID} NULL,
    state ${WORD} NOT NULL,
    tx_id BIGINT NOT NULL,
    entry_no ${ID} NOT NULL,
    reverse_tx_id BIGINT NULL,
    closed_by ${ID} NULL,
    closed_by_name VARCHAR(40) NULL,
    closed_at DATETIME(3) NULL,
    close_note VARCHAR(200) NULL,
    created_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_points_redemption_turn UNIQUE (reward_id, customer_id, turn),
    CONSTRAINT uq_points_redemption_code UNIQUE (pick_up_code),
    CONSTRAINT uq_points_redemption_tx UNIQUE (tx_id),
    CONSTRAINT uq_points_redemption_coupon UNIQUE (coupon_id),
    KEY ix_points_redemption_customer (customer_id, created_at),
    KEY ix_points_redemption_store (store_id, state, created_at),
    CONSTRAINT chk_points_redemption_state CHECK (
      (state = 'waiting' AND closed_at IS NULL)
      OR (state = 'handed_over' AND closed_at IS NOT NULL AND (closed_by IS NULL) = (coupon_id IS NOT NULL))
      OR (state = 'cancelled' AND closed_at IS NOT NULL AND reverse_tx_id IS NOT NULL)
    ),
    CONSTRAINT chk_points_redemption_code CHECK ((pick_up_code IS NULL) = (coupon_id IS NOT NULL)),
    CONSTRAINT fk_points_redemption_reward FOREIGN KEY (reward_id) REFERENCES points_reward (id) ON DELETE RESTRICT,
    CONSTRAINT fk_points_redemption_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Points given or taken by hand. Above the limit of the house a second person decides.
  `CREATE TABLE points_adjustment (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    store_id ${ID} NOT NULL,
    points INT NOT NULL,
    reason VARCHAR(200) NOT NULL,
    state ${WORD} NOT NULL,
    requested_by ${ID} NOT NULL,
    requested_name VARCHAR(40) NOT NULL,
    requested_at DATETIME(3) NOT NULL,
    decided_by ${ID} NULL,
    decided_name VARCHAR(40) NULL,
    decided_at DATETIME(3) NULL,
    PRIMARY KEY (id),
    KEY ix_points_adjustment_customer (customer_id, requested_at),
    KEY ix_points_adjustment_state (state, requested_at),
    CONSTRAINT chk_points_adjustment_points CHECK (points <> 0),
    CONSTRAINT chk_points_adjustment_state CHECK (state IN ('requested', 'done', 'rejected')),
    CONSTRAINT chk_points_adjustment_open CHECK (state <> 'requested' OR decided_by IS NULL),
    CONSTRAINT chk_points_adjustment_second_person CHECK (decided_by IS NULL OR decided_by <> requested_by),
    CONSTRAINT fk_points_adjustment_store FOREIGN KEY (store_id) REFERENCES store (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // The sweep of what lapses looks at days, not at all lots.
  'ALTER TABLE lot ADD KEY ix_lot_expires (expires_on)',
];

const COLUMNS = `customer_id, kind, amount_fen, bonus_fen, happened_on, store_id, source_kind, source_id, origin_id, sign,
  created_at`;
const DAY = `DATE(CONVERT_TZ(created_at, '+00:00', '+08:00'))`;

/** What was done before this was written down. What was reversed since counts for nothing and is left out. */
const FILL = [
  ...['cash_in', 'top_up'].map(
    (kind) => `INSERT INTO member_activity (${COLUMNS})
      SELECT customer_id, '${kind}', price_fen, bonus_fen, paid_on, store_id, 'top_up', id, id, 1, settled_at
      FROM top_up WHERE state = 'paid' AND tender <> 'opening' AND settled_at IS NOT NULL`,
  ),
  ...['cash_in', 'top_up'].map(
    (kind) => `INSERT INTO member_activity (${COLUMNS})
      SELECT t.customer_id, '${kind}', LEAST(i.amount_fen, t.price_fen), i.bonus_fen, t.paid_on, t.store_id, 'refund',
        CONCAT(i.refund_id, '.', i.seq), t.id, -1, r.decided_at
      FROM stored_value_refund_item i JOIN stored_value_refund r ON r.id = i.refund_id
      JOIN top_up t ON t.lot_id = i.lot_id AND t.state = 'paid' AND t.tender <> 'opening'
      WHERE r.state IN ('approved', 'paid')`,
  ),
  `INSERT INTO member_activity (${COLUMNS})
    SELECT customer_id, 'consumption', principal_fen, bonus_fen, ${DAY}, store_id, 'spend', id, id, 1, created_at
    FROM wallet_spend WHERE state = 'done'`,
  `INSERT INTO member_activity (${COLUMNS})
    SELECT customer_id, 'visit', 0, 0, DATE(CONVERT_TZ(starts_at, '+00:00', '+08:00')), store_id, 'appointment', id, id,
      1, starts_at
    FROM appointment WHERE state = 'completed' AND customer_id IS NOT NULL`,
];

const TABLES_NEWEST_FIRST = [
  ...['points_adjustment', 'points_redemption', 'points_reward_change', 'points_reward'],
  ...['check_in', 'points_use', 'points_shortfall', 'points_earning'],
  ...['customer_tier_change', 'customer_tier', 'tier_change', 'tier', 'member_activity'],
];

/** What clients did, tiers, and points with their rewards. Points themselves are the ledger's. */
export class TiersPoints1760000000015 implements MigrationInterface {
  readonly name = 'TiersPoints1760000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ACTIVITY, ...TIERS, ...POINTS, ...FILL])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE lot DROP KEY ix_lot_expires');
    for (const table of TABLES_NEWEST_FIRST) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
