import { isCard, type LineKind, type StaffShare } from './bill.js';

/** What the desk writes down of a line. */
export interface LineDraft {
  readonly kind: LineKind;
  readonly itemId: string;
  readonly quantity: number;
  readonly staff: readonly StaffShare[];
  readonly note?: string;
  readonly discount?: DiscountDraft;
}

/** Off the line by hand: an amount, or all of it as a gift of the house. */
export interface DiscountDraft {
  readonly kind: 'manual' | 'complimentary';
  /** In fen; of a gift it is the whole price and need not be told. */
  readonly amountFen?: number;
  readonly reason: string;
}

export interface LineFault {
  readonly field: string;
  readonly message: string;
}

const WHOLE = 1000;

/** What is wrong with the people of the lines; empty when it holds. A line without people is nobody's work (a product). */
export function shareFaults(lines: readonly LineDraft[]): LineFault[] {
  return lines.flatMap((line, place) => {
    const field = `lines.${place}.staff`;
    const ids = new Set(line.staff.map(({ staffId }) => staffId));
    if (ids.size < line.staff.length) return [{ field, message: '同一位员工只能填一次' }];
    if (line.staff.length === 0)
      return line.kind === 'service' ? [{ field, message: '请选择做这个项目的员工' }] : [];
    const sum = line.staff.reduce((all, { sharePermille }) => all + sharePermille, 0);
    return sum === WHOLE ? [] : [{ field, message: '员工的分成加起来应为 100%' }];
  });
}

/** What is wrong with lines of cards: a line is one card, and nothing comes off its price. */
export function cardFaults(lines: readonly LineDraft[]): LineFault[] {
  return lines.flatMap((line, place) => {
    if (!isCard(line)) return [];
    const at = `lines.${place}`;
    const many = { field: `${at}.quantity`, message: '一行只卖一张卡，多张请分行加' };
    const cheap = { field: `${at}.discount`, message: '卡项和充值按方案价卖，不能手工优惠' };
    return [...(line.quantity === 1 ? [] : [many]), ...(line.discount ? [cheap] : [])];
  });
}

/** Who leads a line: the largest share, the first of equals. Her grade decides the price. */
export function leadOf(staff: readonly StaffShare[]): string | null {
  const [lead] = [...staff].sort((a, b) => b.sharePermille - a.sharePermille);
  return lead?.staffId ?? null;
}
