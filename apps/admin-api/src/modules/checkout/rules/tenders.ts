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

/** A tender with the part that goes to services and to products. */
export interface SplitTender extends TenderWish {
  readonly serviceFen: number;
  readonly productFen: number;
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

/**
 * Which tender pays for services and which for products: in the order given, services first. No fen is lost.
 * @throws RangeError when the tenders do not come to what is to pay
 */
export function splitTenders(
  tenders: readonly TenderWish[],
  pay: { readonly serviceFen: number; readonly productFen: number },
): SplitTender[] {
  let { serviceFen: services, productFen: products } = pay;
  const split = tenders.map((tender): SplitTender => {
    const serviceFen = Math.min(services, tender.amountFen);
    const productFen = tender.amountFen - serviceFen;
    services -= serviceFen;
    products -= productFen;
    const given = tender.kind === 'cash' ? (tender.givenFen ?? tender.amountFen) : undefined;
    const changeFen = given === undefined ? undefined : given - tender.amountFen;
    return { ...tender, serviceFen, productFen, givenFen: given, changeFen };
  });
  if (services !== 0 || products !== 0) throw new RangeError('tenders come to what is to pay');
  return split;
}
