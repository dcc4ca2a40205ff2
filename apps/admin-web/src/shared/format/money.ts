import { formatYuan } from '@yance/shared-types';

/** Fen as a price, `¥1,280`. */
export const priceLabel = (amountFen: number): string => `¥${formatYuan(amountFen)}`;

/** A movement with its sign, `+¥200` or `−¥35.50`; nothing moved reads `¥0`. */
export function signedLabel(amountFen: number): string {
  if (amountFen === 0) return '¥0';
  return `${amountFen > 0 ? '+' : '−'}¥${formatYuan(Math.abs(amountFen))}`;
}

const YUAN = /^(\d{1,9})(?:\.(\d{1,2}))?$/;

/** Yuan as people type them, `1,280` or `99.5`, in fen. @returns undefined for what is no amount of money */
export function readYuan(text: string): number | undefined {
  const match = YUAN.exec(text.replace(/[,，\s¥￥]/g, ''));
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Fen as they are typed back into a field, `1280` or `99.50`. */
export const yuanText = (amountFen: number): string => formatYuan(amountFen).replaceAll(',', '');
