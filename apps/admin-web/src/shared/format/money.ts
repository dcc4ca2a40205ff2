import { formatYuan } from '@yance/shared-types';

/** Fen as a price on a menu, `¥1,280`. */
export const priceLabel = (amountFen: number): string => `¥${formatYuan(amountFen)}`;

/** Fen as money that was paid, held or owed, `¥1,280.00`: always to the fen, so that figures line up. */
export function moneyLabel(amountFen: number): string {
  const yuan = formatYuan(Math.abs(amountFen));
  return `${amountFen < 0 ? '−' : ''}¥${yuan.includes('.') ? yuan : `${yuan}.00`}`;
}

/** A movement with its sign, `+¥200.00` or `−¥35.50`; nothing moved reads `¥0.00`. */
export const signedLabel = (amountFen: number): string =>
  `${amountFen > 0 ? '+' : ''}${moneyLabel(amountFen)}`;

const YUAN = /^(\d{1,9})(?:\.(\d{1,2}))?$/;

/** Yuan as people type them, `1,280` or `99.5`, in fen. @returns undefined for what is no amount of money */
export function readYuan(text: string): number | undefined {
  const match = YUAN.exec(text.replace(/[,，\s¥￥]/g, ''));
  if (!match) return undefined;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Fen as they are typed back into a field, `1280` or `99.50`. */
export const yuanText = (amountFen: number): string => formatYuan(amountFen).replaceAll(',', '');
