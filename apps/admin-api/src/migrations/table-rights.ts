/** What the API's own account may do with a table. A right that is not here is not given. */
export const RIGHTS = {
  /** Rows come, change and go. */
  rows: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  /** Rows come and change but never go: deleting one would take its history along. */
  kept: ['SELECT', 'INSERT', 'UPDATE'],
  /** History: what is written stays as it is. */
  append: ['SELECT', 'INSERT'],
  read: ['SELECT'],
} as const;

export type TableRight = keyof typeof RIGHTS;
export type SqlRight = (typeof RIGHTS)['rows'][number];

/**
 * Every table and what the API may do with it; the command `grants` writes it into the database after each migration.
 * A migration that makes a table adds its line here: `grants` refuses a database with a table that has none.
 */
export const TABLE_RIGHTS: Readonly<Record<string, TableRight>> = {
  schema_migration: 'read',

  audit_log: 'append',
  idempotency_key: 'rows',
  job: 'rows',
  outbox_event: 'rows',
  rate_limit: 'rows',
  subject_key: 'rows',
  sweep: 'rows',

  client_session: 'rows',
  login_throttle: 'rows',
  phone_binding: 'rows',
  sms_code: 'rows',
  staff_account: 'rows',
  staff_role: 'rows',
  staff_session: 'rows',
  wechat_identity: 'rows',

  customer: 'rows',
  customer_number: 'rows',
  customer_phone: 'rows',
  customer_search_term: 'rows',

  brand: 'rows',
  price_rule: 'kept',
  price_rule_change: 'append',
  price_rule_store: 'rows',
  product: 'kept',
  product_change: 'append',
  product_store: 'rows',
  service: 'rows',
  service_category: 'rows',
  service_grade_price: 'rows',
  service_segment: 'rows',
  service_store: 'rows',
  setup_version: 'kept',
  skill: 'rows',
  staff_member: 'rows',
  staff_skill: 'rows',
  staff_store: 'rows',
  store: 'rows',
  store_closure: 'rows',
  store_hours: 'rows',

  booking_slot: 'rows',
  resource: 'rows',
  resource_block: 'rows',
  shift: 'rows',
  shift_break: 'rows',

  appointment: 'kept',
  appointment_allocation: 'rows',
  appointment_change: 'append',
  appointment_item: 'rows',

  payment_notification: 'kept',
  payment_order: 'kept',
  payment_order_change: 'append',
  payment_refund: 'kept',

  message: 'rows',
  message_credit: 'rows',

  account_line: 'append',
  ledger_account: 'kept',
  ledger_daily: 'kept',
  ledger_hold: 'kept',
  ledger_posting: 'append',
  ledger_seal: 'append',
  ledger_tx: 'append',
  lot: 'kept',

  card_contract: 'kept',
  contract_text: 'append',
  lot_origin: 'kept',
  membership_setting: 'kept',
  opening_batch: 'append',
  package: 'kept',
  package_change: 'append',
  package_item: 'kept',
  package_item_service: 'append',
  package_plan: 'kept',
  package_plan_change: 'append',
  package_plan_item: 'rows',
  package_plan_item_service: 'rows',
  package_plan_store: 'rows',
  session_reservation: 'kept',
  session_use: 'kept',
  stored_value_plan: 'kept',
  stored_value_plan_change: 'append',
  stored_value_plan_store: 'rows',
  stored_value_refund: 'kept',
  stored_value_refund_item: 'kept',
  top_up: 'kept',
  wallet: 'rows',
  wallet_freeze: 'kept',
  wallet_spend: 'kept',
  wallet_spend_lot: 'kept',
  wallet_transfer: 'append',

  coupon: 'kept',
  coupon_batch: 'kept',
  coupon_batch_row: 'kept',
  coupon_change: 'append',
  coupon_hold: 'rows',
  coupon_template: 'kept',
  coupon_template_change: 'append',
  coupon_template_item: 'rows',
  coupon_template_store: 'rows',
  coupon_use: 'kept',

  demo_load: 'rows',
};
