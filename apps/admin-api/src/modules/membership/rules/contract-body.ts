import { createHash } from 'node:crypto';
import { SPEND_ORDER_WORDS, formatYuan, type SpendOrder } from '@yance/shared-types';

/** What a contract of stored value says in its blanks. */
export interface ContractTerms {
  readonly planName: string;
  readonly priceFen: number;
  readonly bonusFen: number;
  /** What the whole is worth at prices before discount. */
  readonly listPriceFen: number;
  readonly spendOrder: SpendOrder;
  /** Names of the stores where it is valid; null for all of them. */
  readonly validIn: readonly string[] | null;
  readonly refundTerms: string;
  readonly coolingOffDays: number;
}

/** The blanks that a text may have, and what they stand for. */
export const CONTRACT_BLANKS: Readonly<Record<string, string>> = {
  方案: '储值方案的名称',
  实付金额: '实际支付的金额',
  赠送金额: '赠送的金额',
  优惠前价格: '实付加赠送，按优惠前价格计算的总额',
  扣款顺序: '本金和赠金的使用顺序',
  适用门店: '可以使用的门店',
  退款约定: '方案的退款约定',
  无理由退款天数: '无理由退款的天数',
};

const BLANK = /\{([^{}\n]{1,12})\}/g;

/** Blanks of a text that nothing fills, in order. */
export function unknownBlanks(body: string, blanks: Readonly<Record<string, string>>): string[] {
  const names = [...body.matchAll(BLANK)].map((match) => match[1] ?? '');
  return [...new Set(names)].filter((name) => !(name in blanks));
}

/** The words that the client agrees to: the text with its blanks filled. */
export function contractBody(text: string, terms: ContractTerms): string {
  const filled: Readonly<Record<string, string>> = {
    方案: terms.planName,
    实付金额: `${formatYuan(terms.priceFen)} 元`,
    赠送金额: `${formatYuan(terms.bonusFen)} 元`,
    优惠前价格: `${formatYuan(terms.listPriceFen)} 元`,
    扣款顺序: SPEND_ORDER_WORDS[terms.spendOrder],
    适用门店: terms.validIn === null ? '本品牌所有门店' : terms.validIn.join('、'),
    退款约定: terms.refundTerms,
    无理由退款天数: String(terms.coolingOffDays),
  };
  return fillBlanks(text, filled);
}

/** A text with its blanks filled; one that nothing fills stays. */
export function fillBlanks(text: string, filled: Readonly<Record<string, string>>): string {
  return text.replaceAll(BLANK, (blank, name: string) => filled[name] ?? blank);
}

/** SHA-256 of the words, UTF-8. */
export function bodyHash(body: string): Buffer {
  return createHash('sha256').update(body, 'utf8').digest();
}
