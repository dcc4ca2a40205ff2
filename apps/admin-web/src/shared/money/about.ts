import type { LedgerEntry } from '../api/contract';
import { moneyLabel } from '../format/money';

/** What an entry tells of itself, in words; what is there for programs only is left out. */
const NAMES: Readonly<Record<string, string>> = {
  title: '事由',
  orderNo: '订单号',
  billId: '账单编号',
  topUpId: '充值编号',
  spendId: '扣款编号',
  refundId: '退款编号',
  transferId: '转赠编号',
  contractId: '协议编号',
  batchId: '导入批次',
  protocolNo: '期初协议编号',
  reference: '凭证号',
  reason: '原因',
  listPriceFen: '优惠前价格',
};

export interface AboutLine {
  readonly name: string;
  readonly value: string;
  /** A number to copy rather than words to read. */
  readonly isCode: boolean;
}

export function aboutLines(about: LedgerEntry['about']): AboutLine[] {
  return about.flatMap(({ name, value }) => {
    const word = NAMES[name];
    if (!word) return [];
    if (name.endsWith('Fen'))
      return [{ name: word, value: moneyLabel(Number(value)), isCode: false }];
    return [{ name: word, value, isCode: /(Id|No|reference)$/.test(name) }];
  });
}

const UNITS: Readonly<Record<string, string>> = { SES: '次', PTS: '分', CPN: '张' };

/** An amount of any asset: money as money, all else counted. */
export const assetLabel = (asset: string, amount: number): string =>
  asset === 'CNY' ? moneyLabel(amount) : `${amount} ${UNITS[asset] ?? ''}`.trim();
