import { beijingDate, beijingWords } from '../time.js';
import type { BillEntry } from './bill-entries.js';
import { billText, yuan } from './bill-text.js';

const COLUMNS = [
  ...['记账时间', '微信支付业务单号', '资金流水单号', '业务名称', '业务类型', '收支类型'],
  ...['收支金额（元）', '账户结余（元）', '资金变更提交申请人', '备注', '业务凭证号'],
];
const SUMMARY = ['资金流水总笔数', '收入笔数', '收入金额', '支出笔数', '支出金额'];

/** A movement of the merchant's basic account; fen, negative where it leaves. */
interface Flow {
  readonly entry: BillEntry;
  readonly name: '交易' | '退款' | '扣除交易手续费';
  readonly fen: number;
}

/** The fund-flow bill of a day, from all that happened until its end: the balance goes through all days. */
export function fundFlowBill(date: string, until: readonly BillEntry[], mchid: string): string {
  let balance = 0;
  const rows: string[][] = [];
  const ofDay: Flow[] = [];
  for (const flow of until.flatMap(flowsOf)) {
    balance += flow.fen;
    if (beijingDate(flow.entry.at) !== date) continue;
    ofDay.push(flow);
    rows.push(rowOf(flow, balance, ofDay.length, mchid));
  }
  return billText(COLUMNS, rows, SUMMARY, summaryOf(ofDay));
}

function flowsOf(entry: BillEntry): Flow[] {
  const { refund, amountFen, feeFen } = entry;
  // The money of a closed refund comes back to the account.
  if (refund?.state === 'CLOSED') return [];
  const main: Flow =
    refund === undefined
      ? { entry, name: '交易', fen: amountFen }
      : { entry, name: '退款', fen: -amountFen };
  return feeFen === 0 ? [main] : [main, { entry, name: '扣除交易手续费', fen: -feeFen }];
}

function rowOf({ entry, name, fen }: Flow, balance: number, line: number, mchid: string): string[] {
  const { order, refund, at } = entry;
  const business = refund?.refundId ?? order.payment.transactionId;
  return [
    beijingWords(at),
    business,
    `${business}${String(line).padStart(6, '0')}`,
    name,
    name,
    fen < 0 ? '支出' : '收入',
    yuan(Math.abs(fen)),
    yuan(balance),
    `${mchid}API`,
    refund === undefined ? '' : `退款总金额${yuan(refund.refundFen)}元`,
    refund?.outRefundNo ?? order.outTradeNo,
  ];
}

function summaryOf(flows: readonly Flow[]): string[] {
  const sides = [flows.filter(({ fen }) => fen >= 0), flows.filter(({ fen }) => fen < 0)];
  const counted = sides.flatMap((side) => [
    String(side.length),
    yuan(Math.abs(side.reduce((sum, { fen }) => sum + fen, 0))),
  ]);
  return [String(flows.length), ...counted];
}
