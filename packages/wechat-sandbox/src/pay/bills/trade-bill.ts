import type { RefundState } from '../refunds/pay-refunds.js';
import { beijingWords } from '../time.js';
import type { BillEntry } from './bill-entries.js';
import { billText, yuan } from './bill-text.js';

export const TRADE_BILL_TYPES = ['ALL', 'SUCCESS', 'REFUND'] as const;
export type TradeBillType = (typeof TRADE_BILL_TYPES)[number];

const REFUND_WORDS: Readonly<Record<RefundState, string>> = {
  PROCESSING: 'PROCESSING',
  SUCCESS: 'SUCCESS',
  ABNORMAL: 'CHANGE',
  CLOSED: 'FAILED',
};
const REFUND_ONLY = ['退款申请时间', '退款成功时间'];
const REFUND_COLUMNS = [
  ...['微信退款单号', '商户退款单号', '退款金额', '充值券退款金额', '退款类型', '退款状态'],
];
const SUMMARY = [
  ...['总交易单数', '应结订单总金额', '退款总金额', '充值券退款总金额', '手续费总金额'],
  ...['订单总金额', '申请退款总金额'],
];

/** The trade bill of a day. */
export function tradeBill(
  entries: readonly BillEntry[],
  type: TradeBillType,
  mchid: string,
  feeRate: number,
): string {
  const columns = columnsOf(type);
  const shown = entries.filter(
    ({ refund }) => type === 'ALL' || (refund === undefined) === (type === 'SUCCESS'),
  );
  const rows = shown.map((entry) => {
    const values = valuesOf(entry, mchid, feeRate);
    return columns.map((column) => values[column] ?? '');
  });
  return billText(columns, rows, SUMMARY, summaryOf(shown));
}

function columnsOf(type: TradeBillType): string[] {
  return [
    ...['交易时间', '公众账号ID', '商户号', '特约商户号', '设备号', '微信订单号', '商户订单号'],
    ...['用户标识', '交易类型', '交易状态', '付款银行', '货币种类', '应结订单金额', '代金券金额'],
    ...(type === 'REFUND' ? REFUND_ONLY : []),
    ...(type === 'SUCCESS' ? [] : REFUND_COLUMNS),
    ...['商品名称', '商户数据包', '手续费', '费率', '订单金额'],
    ...(type === 'SUCCESS' ? [] : ['申请退款金额']),
    '费率备注',
  ];
}

function valuesOf(entry: BillEntry, mchid: string, feeRate: number): Record<string, string> {
  const { order, at, refund } = entry;
  const paid = refund === undefined ? entry.amountFen : 0;
  return {
    交易时间: beijingWords(at),
    公众账号ID: order.appid,
    商户号: mchid,
    特约商户号: '0',
    设备号: order.deviceId ?? '',
    微信订单号: order.payment.transactionId,
    商户订单号: order.outTradeNo,
    用户标识: order.openid,
    交易类型: 'JSAPI',
    交易状态: refund === undefined ? 'SUCCESS' : 'REFUND',
    付款银行: order.payment.bankType,
    货币种类: order.currency,
    应结订单金额: yuan(paid),
    代金券金额: yuan(refund === undefined ? order.payment.couponFen : 0),
    ...refundValues(entry),
    商品名称: order.description,
    商户数据包: order.attach ?? '',
    手续费: yuan(entry.feeFen),
    费率: `${yuan(feeRate)}%`,
    订单金额: yuan(paid),
    申请退款金额: yuan(entry.refund?.refundFen ?? 0),
    费率备注: '',
  };
}

function refundValues({ refund }: BillEntry): Record<string, string> {
  if (refund === undefined) {
    const nothing = { 微信退款单号: '0', 商户退款单号: '0', 退款类型: '', 退款状态: '' };
    return { ...nothing, 退款金额: yuan(0), 充值券退款金额: yuan(0) };
  }
  const { succeededAt } = refund;
  return {
    退款申请时间: beijingWords(refund.createdAt),
    退款成功时间: succeededAt === undefined ? '' : beijingWords(succeededAt),
    微信退款单号: refund.refundId,
    商户退款单号: refund.outRefundNo,
    退款金额: yuan(refund.refundFen),
    充值券退款金额: yuan(0),
    退款类型: refund.channel,
    退款状态: REFUND_WORDS[refund.state],
  };
}

function summaryOf(entries: readonly BillEntry[]): string[] {
  const paid = total(entries, (entry) => (entry.refund === undefined ? entry.amountFen : 0));
  const refunded = total(entries, (entry) => entry.refund?.refundFen ?? 0);
  const fees = total(entries, (entry) => entry.feeFen);
  return [
    String(entries.length),
    ...[paid, refunded, 0, fees, paid, refunded].map((fen) => yuan(fen)),
  ];
}

function total(entries: readonly BillEntry[], amount: (entry: BillEntry) => number): number {
  return entries.reduce((sum, entry) => sum + amount(entry), 0);
}
