import type { LineKind, PayByKind } from './bill.js';

export const TENDER_KINDS = [
  'cash',
  'bank_card',
  'paycode',
  'voucher',
  'stored_value',
  'points',
  'debt',
] as const;
export type TenderKind = (typeof TENDER_KINDS)[number];

/** Tenders that lie in the till or stand on a terminal's slip, and are counted when a shift or a day ends. */
export const COUNTED = ['cash', 'bank_card', 'paycode', 'voucher'] as const;
export type CountedTender = (typeof COUNTED)[number];

/** Where the books keep what a counted tender brought. */
export const CLEARING = {
  cash: 'CASH_CLEARING',
  bank_card: 'CARD_CLEARING',
  paycode: 'PAYCODE_CLEARING',
  voucher: 'VOUCHER_CLEARING',
} as const;

/** How a part of a bill is paid. Amounts in fen. */
export interface TenderWish {
  readonly kind: TenderKind;
  readonly amountFen: number;
  /** Cash that was handed over; what is above the amount goes back as change. */
  readonly givenFen?: number;
  /** wechat or alipay of a pay code, meituan or douyin of a voucher. */
  readonly channel?: string;
  /** The terminal's slip, the order of a pay code, the number of a voucher. */
  readonly reference?: string;
  /** How many points pay it. */
  readonly points?: number;
  readonly note?: string;
}

/** A tender with the part that goes to services, to products and to what is kept for the client. */
export interface SplitTender extends TenderWish {
  readonly serviceFen: number;
  readonly productFen: number;
  readonly cardFen: number;
  readonly givenFen: number | undefined;
  readonly changeFen: number | undefined;
}

export interface TenderFault {
  readonly field: string;
  readonly message: string;
}

const CHANNELS: Readonly<Partial<Record<TenderKind, readonly string[]>>> = {
  paycode: ['wechat', 'alipay'],
  voucher: ['meituan', 'douyin'],
};
const WITH_REFERENCE: readonly TenderKind[] = ['bank_card', 'paycode', 'voucher'];
/** One of each at most: what is hers is asked for once, and a debt is one sum. */
const ONCE: readonly TenderKind[] = ['cash', 'stored_value', 'points', 'debt'];
/** What is the client's own, or owed by her: of nobody without a file. */
export const HERS: readonly TenderKind[] = ['stored_value', 'points', 'debt'];

/** What is wrong with how a bill is to be paid; empty when it can be. */
export function tenderFaults(tenders: readonly TenderWish[]): TenderFault[] {
  return tenders.flatMap((tender, place) => {
    const faults: TenderFault[] = [];
    const fault = (field: string, message: string): void => {
      faults.push({ field: `tenders.${place}.${field}`, message });
    };
    const channels = CHANNELS[tender.kind];
    if (channels && !channels.includes(tender.channel ?? '')) fault('channel', '请选择付款平台');
    if (!channels && tender.channel !== undefined) fault('channel', '这种付款方式不用选平台');
    const named = WITH_REFERENCE.includes(tender.kind);
    if (named && tender.reference === undefined) fault('reference', '请填写凭证号');
    if (!named && tender.reference !== undefined) fault('reference', '这种付款方式没有凭证号');
    if ((tender.points !== undefined) !== (tender.kind === 'points'))
      fault('points', tender.kind === 'points' ? '请填写用多少积分' : '这种付款方式不用积分');
    if (tender.givenFen !== undefined && tender.kind !== 'cash')
      fault('givenFen', '只有现金需要填写实收');
    if (tender.givenFen !== undefined && tender.givenFen < tender.amountFen)
      fault('givenFen', '实收不能少于应收');
    const earlier = tenders.slice(0, place).some(({ kind }) => kind === tender.kind);
    if (earlier && ONCE.includes(tender.kind)) fault('kind', '这种付款方式只能用一次');
    return faults;
  });
}

/** Tenders that pay for what is used at once alone: points are no money, and nobody owes what is kept for her. */
const GOODS_ONLY: readonly TenderKind[] = ['points', 'debt'];

/** What tenders of a bill may not come to, in fen; undefined where they fit its lines. */
export function cardFault(tenders: readonly TenderWish[], pay: PayByKind): TenderFault | undefined {
  const sumOf = (kinds: readonly TenderKind[]): number =>
    tenders.reduce((all, row) => (kinds.includes(row.kind) ? all + row.amountFen : all), 0);
  const goods = pay.serviceFen + pay.productFen;
  if (sumOf(GOODS_ONLY) > goods)
    return { field: 'tenders', message: '卡项和充值不能用积分抵，也不能挂账' };
  if (sumOf([...GOODS_ONLY, 'stored_value']) > goods + pay.packageFen)
    return { field: 'tenders', message: '充值不能用储值、积分或挂账付' };
  return undefined;
}

/**
 * Which tender pays for what, so that every line is paid with what may pay for it. What can pay for least is put where
 * it can be first; then in the order given, services first. No fen is lost.
 * @throws RangeError when the tenders do not come to what is to pay, or do not fit
 */
export function splitTenders(tenders: readonly TenderWish[], pay: PayByKind): SplitTender[] {
  const goods = goodsOf(tenders, pay);
  let { serviceFen: services, productFen: products } = pay;
  const split = tenders.map((tender, place): SplitTender => {
    const goodsFen = goods[place] ?? 0;
    const serviceFen = Math.min(services, goodsFen);
    const productFen = goodsFen - serviceFen;
    services -= serviceFen;
    products -= productFen;
    const given = tender.kind === 'cash' ? (tender.givenFen ?? tender.amountFen) : undefined;
    const changeFen = given === undefined ? undefined : given - tender.amountFen;
    const cardFen = tender.amountFen - goodsFen;
    return { ...tender, serviceFen, productFen, cardFen, givenFen: given, changeFen };
  });
  const cards = split.reduce((sum, { cardFen }) => sum + cardFen, 0);
  const rest = services === 0 && products === 0 && cards === pay.packageFen + pay.topUpFen;
  if (!rest || cardFault(tenders, pay)) throw new RangeError('tenders come to what is to pay');
  return split;
}

/** How much of each tender goes to what is used at once: first of those that can pay for nothing else. */
function goodsOf(tenders: readonly TenderWish[], pay: PayByKind): number[] {
  let left = pay.serviceFen + pay.productFen;
  const taken = tenders.map(() => 0);
  const rank = ({ kind }: TenderWish): number =>
    GOODS_ONLY.includes(kind) ? 0 : kind === 'stored_value' ? 1 : 2;
  for (const each of [0, 1, 2])
    for (const [place, tender] of tenders.entries()) {
      if (rank(tender) !== each) continue;
      const fen = Math.min(left, tender.amountFen);
      taken[place] = fen;
      left -= fen;
    }
  return taken;
}

/** A part of a card's price. */
export interface CardPart {
  readonly kind: 'cash' | 'bank_card' | 'paycode' | 'voucher' | 'stored_value';
  readonly amountFen: number;
  readonly reference?: string;
}

/**
 * Which tenders pay for which card: packages first, in the order of the lines, with stored value before money, so that
 * money is left for what is topped up. By the number of the line.
 */
export function cardParts(
  cards: readonly { readonly seq: number; readonly kind: LineKind; readonly payFen: number }[],
  tenders: readonly SplitTender[],
): ReadonlyMap<number, readonly CardPart[]> {
  const purse = tenders
    .flatMap(({ kind, cardFen, reference }) =>
      kind === 'points' || kind === 'debt' || cardFen === 0
        ? []
        : [{ kind, left: cardFen, ...(reference === undefined ? {} : { reference }) }],
    )
    .sort((a, b) => Number(b.kind === 'stored_value') - Number(a.kind === 'stored_value'));
  const order = [...cards].sort(
    (a, b) => Number(a.kind === 'top_up') - Number(b.kind === 'top_up') || a.seq - b.seq,
  );
  return new Map(
    order.map(({ seq, payFen }) => {
      let open = payFen;
      const parts = purse.flatMap((tender): CardPart[] => {
        const amountFen = Math.min(open, tender.left);
        open -= amountFen;
        tender.left -= amountFen;
        const { left: _, ...rest } = tender;
        return amountFen === 0 ? [] : [{ ...rest, amountFen }];
      });
      return [seq, parts];
    }),
  );
}
