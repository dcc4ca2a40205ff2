import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FIRST_CONDITIONS, FIRST_INGREDIENTS, FIRST_RULES } from './content/first-ingredients.js';

const TABLE = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const KEY = 'CHARACTER SET ascii COLLATE ascii_bin';
const ID = `CHAR(26) ${KEY}`;
const WORD = `VARCHAR(24) ${KEY}`;

const KNOWLEDGE = [
  // What products and services are made of. A group has no INCI name; an allergy to it covers its members.
  `CREATE TABLE ingredient (
    id ${ID} NOT NULL,
    kind ${WORD} NOT NULL,
    name VARCHAR(60) NOT NULL,
    inci VARCHAR(120) NULL,
    also JSON NOT NULL,
    state ${WORD} NOT NULL,
    version INT UNSIGNED NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_ingredient_name UNIQUE (name),
    CONSTRAINT chk_ingredient_kind CHECK (kind IN ('single', 'group')),
    CONSTRAINT chk_ingredient_inci CHECK (kind = 'single' OR inci IS NULL),
    CONSTRAINT chk_ingredient_state CHECK (state IN ('active', 'retired'))
  ) ${TABLE}`,
  `CREATE TABLE ingredient_member (
    group_id ${ID} NOT NULL,
    member_id ${ID} NOT NULL,
    PRIMARY KEY (group_id, member_id),
    CONSTRAINT chk_ingredient_member CHECK (group_id <> member_id),
    CONSTRAINT fk_ingredient_member_group FOREIGN KEY (group_id) REFERENCES ingredient (id) ON DELETE RESTRICT,
    CONSTRAINT fk_ingredient_member_member FOREIGN KEY (member_id) REFERENCES ingredient (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE health_condition (
    id ${ID} NOT NULL,
    name VARCHAR(40) NOT NULL,
    hint VARCHAR(120) NOT NULL,
    state ${WORD} NOT NULL,
    version INT UNSIGNED NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT uq_health_condition_name UNIQUE (name),
    CONSTRAINT chk_health_condition_state CHECK (state IN ('active', 'retired'))
  ) ${TABLE}`,
  // What a condition forbids (hard) or warns of (soft): one service, a category of them, a product or an ingredient.
  `CREATE TABLE care_rule (
    id ${ID} NOT NULL,
    condition_id ${ID} NOT NULL,
    service_id ${ID} NULL,
    category_id ${ID} NULL,
    product_id ${ID} NULL,
    ingredient_id ${ID} NULL,
    severity ${WORD} NOT NULL,
    advice VARCHAR(120) NOT NULL,
    state ${WORD} NOT NULL,
    version INT UNSIGNED NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT chk_care_rule_severity CHECK (severity IN ('hard', 'soft')),
    CONSTRAINT chk_care_rule_state CHECK (state IN ('active', 'retired')),
    CONSTRAINT chk_care_rule_target CHECK (
      (service_id IS NOT NULL) + (category_id IS NOT NULL) + (product_id IS NOT NULL) + (ingredient_id IS NOT NULL) = 1
    ),
    CONSTRAINT fk_care_rule_condition FOREIGN KEY (condition_id) REFERENCES health_condition (id) ON DELETE RESTRICT,
    CONSTRAINT fk_care_rule_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE RESTRICT,
    CONSTRAINT fk_care_rule_category FOREIGN KEY (category_id) REFERENCES service_category (id) ON DELETE RESTRICT,
    CONSTRAINT fk_care_rule_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE RESTRICT,
    CONSTRAINT fk_care_rule_ingredient FOREIGN KEY (ingredient_id) REFERENCES ingredient (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const ITEMS = [
  `CREATE TABLE product_ingredient (
    product_id ${ID} NOT NULL,
    ingredient_id ${ID} NOT NULL,
    PRIMARY KEY (product_id, ingredient_id),
    CONSTRAINT fk_product_ingredient_product FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE RESTRICT,
    CONSTRAINT fk_product_ingredient_ingredient FOREIGN KEY (ingredient_id) REFERENCES ingredient (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  `CREATE TABLE service_ingredient (
    service_id ${ID} NOT NULL,
    ingredient_id ${ID} NOT NULL,
    PRIMARY KEY (service_id, ingredient_id),
    CONSTRAINT fk_service_ingredient_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE RESTRICT,
    CONSTRAINT fk_service_ingredient_ingredient FOREIGN KEY (ingredient_id) REFERENCES ingredient (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Days; NULL where the service asks for none.
  `CREATE TABLE service_prerequisite (
    service_id ${ID} NOT NULL,
    patch_test_days SMALLINT UNSIGNED NULL,
    interval_days SMALLINT UNSIGNED NULL,
    PRIMARY KEY (service_id),
    CONSTRAINT chk_service_prerequisite CHECK (
      (patch_test_days IS NULL OR patch_test_days BETWEEN 1 AND 365)
      AND (interval_days IS NULL OR interval_days BETWEEN 1 AND 365)
    ),
    CONSTRAINT fk_service_prerequisite_service FOREIGN KEY (service_id) REFERENCES service (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const FILES = [
  // What she does not tolerate, sealed under her own key; only that there is a file shows.
  `CREATE TABLE health_file (
    customer_id ${ID} NOT NULL,
    version INT UNSIGNED NOT NULL,
    sealed MEDIUMBLOB NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    PRIMARY KEY (customer_id),
    CONSTRAINT fk_health_file_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // Each version of a file as it was written, sealed too.
  `CREATE TABLE health_change (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    version INT UNSIGNED NOT NULL,
    source ${WORD} NOT NULL,
    by_kind ${WORD} NOT NULL,
    by_id VARCHAR(64) ${KEY} NOT NULL,
    by_name VARCHAR(40) NOT NULL,
    sealed MEDIUMBLOB NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_health_change_customer (customer_id, at),
    CONSTRAINT chk_health_change_source CHECK (source IN ('client', 'staff', 'joined')),
    CONSTRAINT fk_health_change_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT
  ) ${TABLE}`,
  // A hard finding that two people answer for; what it was and why is sealed.
  `CREATE TABLE care_override (
    id ${ID} NOT NULL,
    customer_id ${ID} NOT NULL,
    context_kind ${WORD} NOT NULL,
    context_id ${ID} NOT NULL,
    sealed MEDIUMBLOB NOT NULL,
    given_by ${ID} NOT NULL,
    given_name VARCHAR(40) NOT NULL,
    approved_by ${ID} NOT NULL,
    approved_name VARCHAR(40) NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_care_override_customer (customer_id, at),
    KEY ix_care_override_context (context_kind, context_id),
    CONSTRAINT chk_care_override_kind CHECK (context_kind IN ('appointment', 'bill', 'plan')),
    CONSTRAINT chk_care_override_two CHECK (given_by <> approved_by),
    CONSTRAINT fk_care_override_customer FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE RESTRICT,
    CONSTRAINT fk_care_override_given FOREIGN KEY (given_by) REFERENCES staff_member (id) ON DELETE RESTRICT,
    CONSTRAINT fk_care_override_approved FOREIGN KEY (approved_by) REFERENCES staff_member (id) ON DELETE RESTRICT
  ) ${TABLE}`,
];

const TABLES_NEWEST_FIRST = [
  ...['care_override', 'health_change', 'health_file'],
  ...['service_prerequisite', 'service_ingredient', 'product_ingredient'],
  ...['care_rule', 'health_condition', 'ingredient_member', 'ingredient'],
];

const AT = new Date('2026-01-01T00:00:00Z');

/** The id of a line of the first content: its list and its place in it. */
const firstId = (list: 'A' | 'B' | 'C', place: number): string =>
  `01KD${list}${String(place + 1).padStart(21, '0')}`;

/** Where a name stands in a list. @throws Error for a name that is not there: content must not lose a line */
function placeOf(list: readonly { readonly name: string }[], name: string): number {
  const place = list.findIndex((line) => line.name === name);
  if (place < 0) throw new Error(`the first content knows no ${name}`);
  return place;
}

const ingredientId = (name: string): string => firstId('A', placeOf(FIRST_INGREDIENTS, name));
const conditionId = (name: string): string => firstId('B', placeOf(FIRST_CONDITIONS, name));

async function addIngredients(runner: QueryRunner): Promise<void> {
  for (const [place, { name, inci, also, members }] of FIRST_INGREDIENTS.entries()) {
    await runner.query(
      `INSERT INTO ingredient (id, kind, name, inci, also, state, version, updated_at)
       VALUES (?, ?, ?, ?, ?, 'active', 1, ?)`,
      [
        firstId('A', place),
        members ? 'group' : 'single',
        name,
        inci,
        JSON.stringify(also ?? []),
        AT,
      ],
    );
    for (const member of members ?? [])
      await runner.query('INSERT INTO ingredient_member (group_id, member_id) VALUES (?, ?)', [
        firstId('A', place),
        ingredientId(member),
      ]);
  }
}

async function addConditions(runner: QueryRunner): Promise<void> {
  for (const [place, { name, hint }] of FIRST_CONDITIONS.entries())
    await runner.query(
      `INSERT INTO health_condition (id, name, hint, state, version, updated_at) VALUES (?, ?, ?, 'active', 1, ?)`,
      [firstId('B', place), name, hint, AT],
    );
  for (const [place, { condition, ingredient, severity, advice }] of FIRST_RULES.entries())
    await runner.query(
      `INSERT INTO care_rule (id, condition_id, ingredient_id, severity, advice, state, version, updated_at)
       VALUES (?, ?, ?, ?, ?, 'active', 1, ?)`,
      [
        ...[firstId('C', place), conditionId(condition), ingredientId(ingredient)],
        ...[severity, advice, AT],
      ],
    );
}

/** What clients do not tolerate, what that means for services and products, and who answered for an exception. */
export class Health1760000000035 implements MigrationInterface {
  readonly name = 'Health1760000000035';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [...KNOWLEDGE, ...ITEMS, ...FILES]) await runner.query(sql);
    await addIngredients(runner);
    await addConditions(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES_NEWEST_FIRST) await runner.query(`DROP TABLE IF EXISTS ${table}`);
  }
}
