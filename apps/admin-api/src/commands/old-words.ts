import { VISIT_FIELDS } from '../modules/appointments/index.js';

/** A column that held people's words in the clear before a version sealed them. Names are our own, never input. */
export interface OldWords {
  readonly table: string;
  readonly key: readonly string[];
  /** The client under whose key the words belong, as an expression over `t` and what `join` brings. */
  readonly subject: string;
  readonly join?: string;
  readonly clear: string;
  readonly sealed: string;
  /** What stands in the clear column when nothing does. */
  readonly empty: '' | null;
  /** The name that readers open them by; absent where the bytes themselves say whose key they need. */
  readonly field?: string;
  /** The column that names the client, where the row does not belong to her for good. */
  readonly sealedFor?: string;
}

const VISIT = { table: 'appointment', key: ['id'], subject: 't.customer_id', empty: null };

const OF_VISITS: readonly OldWords[] = [
  { ...VISIT, clear: 'note', sealed: 'note_cipher', field: VISIT_FIELDS.note },
  {
    ...VISIT,
    ...{ clear: 'cancel_reason', sealed: 'cancel_reason_cipher', field: VISIT_FIELDS.cancelReason },
  },
  {
    ...{ table: 'appointment_change', key: ['appointment_id', 'seq'], subject: 'a.customer_id' },
    join: 'JOIN appointment a ON a.id = t.appointment_id',
    ...{ clear: 'reason', sealed: 'reason_cipher', field: VISIT_FIELDS.reason, empty: null },
    sealedFor: 'sealed_for',
  },
];

interface Place {
  readonly key?: readonly string[];
  readonly subject?: string;
  readonly join?: string;
}

const OWN: Place = {};
const NOBODY: Place = { subject: 'NULL' };
const OF_BILL: Place = { subject: 'b.customer_id', join: 'JOIN bill b ON b.id = t.bill_id' };
const OF_ORDER = 'JOIN payment_order o ON o.order_no = r.order_no';

/** One column of a table whose words readers find by `wordsOf`. @param empty what the clear column holds instead */
const words = (name: string, empty: '' | null, place: Place = OWN): OldWords => {
  const [table = '', clear = ''] = name.split('.');
  const { key = ['id'], subject = 't.customer_id', join } = place;
  return {
    ...{ table, key, subject, clear, sealed: `${clear}_cipher`, empty },
    ...(join === undefined ? {} : { join }),
  };
};

const OF_BILLS: readonly OldWords[] = [
  words('bill.note', ''),
  words('bill.proposal', null),
  words('bill_change.reason', null, { ...OF_BILL, key: ['bill_id', 'seq'] }),
  words('bill_confirmation.dispute_note', null, { ...OF_BILL, key: ['bill_id'] }),
  words('bill_discount.reason', '', { ...OF_BILL, key: ['bill_id', 'line_seq'] }),
  words('bill_line.note', '', { ...OF_BILL, key: ['bill_id', 'seq'] }),
  words('bill_tender.note', '', { ...OF_BILL, key: ['bill_id', 'seq'] }),
  words('daily_close_count.reason', null, { ...NOBODY, key: ['store_id', 'on_date', 'tender'] }),
  words('till_shift_count.reason', null, { ...NOBODY, key: ['shift_id', 'tender'] }),
];

const REFUND: Place = { key: ['refund_no'], subject: 'o.customer_id' };
const OF_REFUND: Place = { ...REFUND, join: OF_ORDER.replace('r.order_no', 't.order_no') };

const OF_MONEY: readonly OldWords[] = [
  words('payment_refund.reason', '', OF_REFUND),
  words('payment_refund.decision_note', null, OF_REFUND),
  words('payment_refund.by_hand_reason', null, OF_REFUND),
  words('payment_refund_warning.note', null, {
    ...{ key: ['refund_no', 'kind'], subject: 'o.customer_id' },
    join: `JOIN payment_refund r ON r.refund_no = t.refund_no ${OF_ORDER}`,
  }),
  words('stored_value_refund.reason', ''),
  words('stored_value_refund.decision_note', null),
  words('stored_value_refund_item.payout_reference', null, {
    ...{ key: ['refund_id', 'seq'], subject: 'r.customer_id' },
    join: 'JOIN stored_value_refund r ON r.id = t.refund_id',
  }),
  words('top_up.reverse_reason', null),
  words('wallet_freeze.reason', ''),
  words('wallet_freeze.release_reason', null),
  words('wallet_spend.title', ''),
  words('wallet_spend.reverse_reason', null),
  words('wallet_spend.dispute_note', null),
  words('wallet_transfer.reason', '', { subject: 't.from_customer_id' }),
];

const OF_CARDS: readonly OldWords[] = [
  words('package.reverse_reason', null),
  words('package_change.reason', null, {
    ...{ key: ['package_id', 'seq'], subject: 'p.customer_id' },
    join: 'JOIN package p ON p.id = t.package_id',
  }),
  words('session_use.reverse_reason', null),
  words('session_use.dispute_note', null),
  words('coupon_batch.reason', null, NOBODY),
  words('coupon_change.reason', null, {
    ...{ key: ['coupon_id', 'seq'], subject: 'c.customer_id' },
    join: 'JOIN coupon c ON c.id = t.coupon_id',
  }),
  words('customer_tier_change.reason', ''),
  words('points_adjustment.reason', ''),
  words('points_redemption.close_note', null),
];

/** All columns that `seal-words` empties. */
export const OLD_WORDS: readonly OldWords[] = [
  ...OF_VISITS,
  ...OF_BILLS,
  ...OF_MONEY,
  ...OF_CARDS,
  words('customer_phone.label', ''),
  words('resource_block.reason', null, NOBODY),
];
