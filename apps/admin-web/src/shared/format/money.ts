import { formatYuan } from '@yance/shared-types';

/** Fen as a price, `¥1,280`. */
export const priceLabel = (amountFen: number): string => `¥${formatYuan(amountFen)}`;
