import type { Bill, Tender } from '../../shared/api/contract';
import { readYuan, yuanText } from '../../shared/format/money';
import type { Limits } from './cards';

/** One way of paying as it is typed in. Amounts are texts in yuan. */
export interface TenderRow {
  readonly kind: Tender['kind'];
  readonly amount: string;
  /** Cash that was handed over. */
  readonly given: string;
  readonly channel: NonNullable<Tender['channel']> | '';
  readonly reference: string;
  /** How many points, of points alone. */
  readonly points: string;
}

const FIRST_CHANNEL: Partial<Record<Tender['kind'], TenderRow['channel']>> = {
  paycode: 'wechat',
  voucher: 'meituan',
};

/** A way of paying that pays so much, in fen. */
export const rowOf = (kind: Tender['kind'], fen: number): TenderRow => ({
  ...{ kind, amount: yuanText(fen), given: '', reference: '', points: '' },
  channel: FIRST_CHANNEL[kind] ?? '',
});

export type PointsOffer = NonNullable<Bill['pointsOffer']>;

/** What so many points pay, in fen, as the house rounds it: down. */
export const pointsWorth = (points: number, { fenPerHundred }: PointsOffer): number =>
  Math.floor((points * fenPerHundred) / 100);

/** A row of so many points; what is no whole number pays nothing. */
export function pointsRow(points: string, offer: PointsOffer): TenderRow {
  const count = /^\d{1,9}$/.test(points) ? Number(points) : 0;
  return { ...rowOf('points', pointsWorth(count, offer)), points };
}

/** Points come first, and what pays the rest alone gets less by them. */
export function withPoints(
  rows: readonly TenderRow[],
  payFen: number,
  offer: PointsOffer,
): TenderRow[] {
  const row = pointsRow(String(offer.points), offer);
  const [only] = rows;
  if (rows.length !== 1 || !only || leftFen(rows, payFen) !== 0) return [row, ...rows];
  const rest = { ...only, amount: yuanText(payFen - offer.worthFen) };
  return offer.worthFen < payFen ? [row, rest] : [row];
}

/**
 * How a bill is most likely paid: by what is on her card when it is enough and may pay for all of it, else in cash.
 * @param valueFen what stored value may pay for
 */
export function proposed(payFen: number, usableFen: number, valueFen = payFen): TenderRow[] {
  if (payFen === 0) return [];
  return [rowOf(Math.min(usableFen, valueFen) >= payFen ? 'stored_value' : 'cash', payFen)];
}

/** What no way of paying covers yet, in fen; negative when it is too much. */
export const leftFen = (rows: readonly TenderRow[], payFen: number): number =>
  rows.reduce((left, { amount }) => left - (readYuan(amount) ?? 0), payFen);

/** Cash that goes back, in fen. */
export function changeFen(rows: readonly TenderRow[]): number {
  const cash = rows.find(({ kind }) => kind === 'cash');
  const given = cash && readYuan(cash.given);
  return cash && given !== undefined ? given - (readYuan(cash.amount) ?? 0) : 0;
}

/** What may pay for a part alone and is more than that part, in a sentence. */
function cardFault(rows: readonly TenderRow[], { goodsFen, valueFen }: Limits): string | undefined {
  const sumOf = (kinds: readonly Tender['kind'][]): number =>
    rows.reduce(
      (sum, { kind, amount }) => (kinds.includes(kind) ? sum + (readYuan(amount) ?? 0) : sum),
      0,
    );
  if (sumOf(['points', 'debt']) > goodsFen) return '卡项和充值不能用积分抵，也不能挂账';
  if (sumOf(['points', 'debt', 'stored_value']) > valueFen) return '充值不能用储值付';
  return undefined;
}

/** What keeps these from being taken, in a sentence; undefined when they can be. */
export function faultOf(
  rows: readonly TenderRow[],
  payFen: number,
  limits: Limits = { goodsFen: payFen, valueFen: payFen },
): string | undefined {
  const left = leftFen(rows, payFen);
  if (rows.some(({ kind, points }) => kind === 'points' && !/^[1-9]\d{0,8}$/.test(points)))
    return '请填写用多少积分';
  if (rows.some(({ amount }) => !readYuan(amount))) return '请填写每种付款方式的金额';
  if (left > 0) return '还没有付够';
  if (left < 0) return '付款多于应收';
  if (changeFen(rows) < 0) return '实收现金少于应收';
  const misfit = cardFault(rows, limits);
  if (misfit !== undefined) return misfit;
  const bare = rows.find(
    ({ kind, reference }) =>
      ['bank_card', 'paycode', 'voucher'].includes(kind) && reference.trim() === '',
  );
  return bare && '请填写凭证号或券码';
}

/** The same as the API takes them. */
export const tendersOf = (rows: readonly TenderRow[]): Tender[] =>
  rows.map(({ kind, amount, given, channel, reference, points }) => {
    const givenFen = readYuan(given);
    return {
      ...{ kind, amountFen: readYuan(amount) ?? 0 },
      ...(kind === 'cash' && givenFen !== undefined ? { givenFen } : {}),
      ...(kind === 'points' ? { points: Number(points) } : {}),
      ...(channel === '' ? {} : { channel }),
      ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
    };
  });
