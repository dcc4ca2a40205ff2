import {
  ORDER_STATE_WORDS,
  REFUND_ITEM_STATE_WORDS,
  REFUND_STATE_WORDS,
  type OrderState,
  type RefundItemState,
  type RefundState,
} from '@yance/shared-types';
import type { Tone } from '../ui/amount';

/** The words of the till for what the API names by code; an unknown code falls back to a neutral word. */
type Words = Readonly<Record<string, string>>;
const word = (table: Words, code: string, otherwise: string): string => table[code] ?? otherwise;

const PURPOSES: Words = { top_up: '储值充值', card: '购卡', deposit: '预约订金', bill: '到店付款' };
const PAYMENT_REFUNDS: Words = {
  requested: '待审批',
  rejected: '未通过',
  approved: '准备退款',
  processing: '微信处理中',
  success: '已退回',
  abnormal: '退款异常',
  by_hand: '待线下付款',
  closed: '微信不再退',
};
const NOTIFICATIONS: Words = {
  received: '已收到',
  applied: '已入账',
  ignored: '重复，未再入账',
  refused: '对不上，未入账',
};
const EVENTS: Words = {
  'TRANSACTION.SUCCESS': '支付成功',
  'REFUND.SUCCESS': '退款成功',
  'REFUND.ABNORMAL': '退款异常',
  'REFUND.CLOSED': '退款关闭',
};
const CHANGES: Words = {
  created: '下单',
  paid: '确认已付款',
  closed: '关闭订单',
  refund_requested: '申请退款',
  refund_rejected: '驳回退款',
  refund_approved: '批准退款',
  refund_processing: '微信受理退款',
  refund_success: '退款到账',
  refund_abnormal: '退款异常',
  refund_closed: '退款被微信关闭',
  refund_by_hand_asked: '申请改为线下付款',
  refund_by_hand_rejected: '不改为线下付款',
  refund_by_hand: '同意改为线下付款',
  refund_paid_by_hand: '登记线下付款',
  refund_taken_late: '微信又受理了退款',
  refund_paid_twice: '微信又退了一次',
  refund_warning_settled: '登记处理结果',
};
const SOURCES: Words = {
  client: '顾客',
  staff: '员工',
  system: '系统',
  notification: '微信通知',
  query: '主动查询',
};
const SHIPPING: Words = {
  due: '待上传',
  done: '已上传',
  not_needed: '不需要',
  refused: '微信没有接受',
};
const TRADES: Words = {
  SUCCESS: '支付成功',
  REFUND: '转入退款',
  NOTPAY: '还没有付款',
  CLOSED: '已关闭',
  REVOKED: '已撤销',
  USERPAYING: '顾客正在付款',
  PAYERROR: '付款失败',
  ORDERNOTEXIST: '微信没有这笔订单',
  ORDER_NOT_EXIST: '微信没有这笔订单',
};

export const purposeWord = (code: string) => word(PURPOSES, code, '付款');
const WARNING_OUTCOMES: Words = {
  returned: '顾客已退回一笔',
  loss: '收不回来，门店承担',
  not_twice: '核对过，没有多付',
};
export const warningOutcomeWord = (code: string) => word(WARNING_OUTCOMES, code, '已处理');
export const paymentRefundWord = (code: string) => word(PAYMENT_REFUNDS, code, '处理中');
export const notificationWord = (code: string) => word(NOTIFICATIONS, code, '已收到');
export const eventWord = (code: string) => word(EVENTS, code, '通知');
export const paymentChangeWord = (code: string) => word(CHANGES, code, '变更');
export const sourceOfChangeWord = (code: string) => word(SOURCES, code, '系统');
export const shippingWord = (code: string) => word(SHIPPING, code, '处理中');

/** The last thing that we heard from WeChat, in words; a code that is not known is not shown. */
export function answerWord(code: string | null): string {
  if (code === null) return '还没有问过';
  if (code === 'unknown_limited') return '微信正忙，会再问';
  if (code.startsWith('unknown_')) return '微信没有回应，会再问';
  return word(TRADES, code, '微信没有给出结果，会再问');
}

const ORDER_TONES: Readonly<Record<OrderState, Tone>> = {
  pending: 'amber',
  paid: 'leaf',
  closed: 'quiet',
  part_refunded: 'brand',
  refunded: 'quiet',
};
export const orderTag = (state: OrderState) => ({
  tone: ORDER_TONES[state],
  word: ORDER_STATE_WORDS[state],
});

const REFUND_TONES: Readonly<Record<RefundState, Tone>> = {
  requested: 'amber',
  approved: 'brand',
  paid: 'leaf',
  rejected: 'quiet',
  withdrawn: 'quiet',
};
export const refundTag = (state: RefundState) => ({
  tone: REFUND_TONES[state],
  word: REFUND_STATE_WORDS[state],
});

const ITEM_TONES: Readonly<Record<RefundItemState, Tone>> = {
  held: 'amber',
  to_pay: 'amber',
  sent: 'brand',
  failed: 'alarm',
  settled: 'leaf',
  released: 'quiet',
};
export const refundItemTag = (state: RefundItemState) => ({
  tone: ITEM_TONES[state],
  word: REFUND_ITEM_STATE_WORDS[state],
});

const PAYMENT_REFUND_TONES: Readonly<Record<string, Tone>> = {
  requested: 'amber',
  approved: 'brand',
  processing: 'brand',
  success: 'leaf',
  abnormal: 'alarm',
  by_hand: 'amber',
  closed: 'alarm',
};
export const paymentRefundTag = (state: string): { tone: Tone; word: string } => ({
  tone: PAYMENT_REFUND_TONES[state] ?? 'quiet',
  word: paymentRefundWord(state),
});
