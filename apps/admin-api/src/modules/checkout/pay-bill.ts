import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../customers/index.js';
import { UseCoupon } from '../coupons/index.js';
import { Ledger, ofCustomer, ofHouse, type Leg, type Posted } from '../ledger/index.js';
import {
  ClientConsent,
  CustomerWallets,
  SpendValue,
  actorOf,
  byOf,
  type BillPart,
  type Consent,
} from '../membership/index.js';
import { lockOpenDay } from '../stores/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse, refuseField } from '../../platform/errors/index.js';
import { BillBook } from './bill-book.js';
import { BillMerits } from './bill-merits.js';
import { couponsOfBill } from './data/benefits.js';
import { insertConfirmation } from './data/bill-history.js';
import { linesOf } from './data/bill-parts.js';
import { openShiftOf } from './data/shifts.js';
import { isFirstVisit } from './first-visit.js';
import { insertTenders, type BillTender } from './data/tenders.js';
import { RedeemSessions } from './redeem-sessions.js';
import { SellCards, type ValueInCards } from './sell-cards.js';
import { goodsFen, isCard, payByKind, type Bill, type BillLine } from './rules/bill.js';
import {
  CLEARING,
  HERS,
  cardFault,
  splitTenders,
  tenderFaults,
  type SplitTender,
  type TenderWish,
} from './rules/tenders.js';

/** How a bill is paid, by whom, and how the client agreed to what is taken from her. */
export interface Payment {
  readonly tenders: readonly TenderWish[];
  readonly consent?: Consent;
  /** Number of the contracts of its cards that were signed on paper; absent: she signs on her phone later. */
  readonly contractSlipNo?: string;
  /** Who took the money. */
  readonly desk: { readonly staffId: string; readonly name: string };
}

/** Pays a bill: every tender, the client's consent and the bill itself in one transaction. */
@Injectable()
export class PayBill {
  constructor(
    private readonly book: BillBook,
    private readonly customers: CustomerRepository,
    private readonly wallets: CustomerWallets,
    private readonly clientConsent: ClientConsent,
    private readonly useCoupon: UseCoupon,
    private readonly sessions: RedeemSessions,
    private readonly spendValue: SpendValue,
    private readonly sellCards: SellCards,
    private readonly merits: BillMerits,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * What is wrong with these tenders for this bill, before anybody is asked.
   * @throws Refusal BILL_EMPTY, INVALID_INPUT naming the tender, TENDERS_UNEVEN { payFen }, BILL_NEEDS_CLIENT
   */
  require(bill: Bill, lines: readonly BillLine[], tenders: readonly TenderWish[]): SplitTender[] {
    if (lines.length === 0) refuse('BILL_EMPTY');
    const fields = tenderFaults(tenders);
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
    const sum = tenders.reduce((all, { amountFen }) => all + amountFen, 0);
    if (sum !== bill.payFen) refuse('TENDERS_UNEVEN', { extras: { payFen: bill.payFen } });
    const owned = tenders.some(({ kind }) => HERS.includes(kind)) || lines.some(isCard);
    if (owned && bill.customerId === null) refuse('BILL_NEEDS_CLIENT');
    const pay = payByKind(lines);
    const misfit = cardFault(tenders, pay);
    if (misfit) throw new Refusal('INVALID_INPUT', { fields: [misfit] });
    return splitTenders(tenders, pay);
  }

  /**
   * @param bill locked in `tx`; @param by the desk, or the client who tapped
   * @throws Refusal as require; DAY_CLOSED, VOUCHER_USED, BALANCE_TOO_LOW, WALLET_FROZEN, MEMBER_CODE_WRONG, SLIP_USED,
   *   SLIP_NOT_ALLOWED, BILL_NOT_FIRST_VISIT, COUPON_STATE, COUPON_EXPIRED, SESSION_NOT_AVAILABLE,
   *   POINTS_SHARE_TOO_HIGH; of cards as SellCards
   */
  async execute(tx: Tx, by: Principal, bill: Bill, payment: Payment): Promise<void> {
    const lines = await linesOf(tx, bill.id);
    const tenders = this.require(bill, lines, payment.tenders);
    // The client's file and wallet come before the day, as wherever her money moves.
    if (bill.customerId !== null) await this.customers.lockActive(tx, bill.customerId);
    await requireFirstVisit(tx, bill, lines);
    await this.#agree(tx, bill, payment.consent);
    await this.#useCoupons(tx, by, bill);
    await this.sessions.execute(tx, by, bill, lines, payment.consent);
    const paid = await this.#takeValue(tx, by, { bill, lines, tenders }, payment.consent);
    const { consent, contractSlipNo } = payment;
    const sale = { lines, tenders, consent, contractSlipNo };
    const inCards = await this.sellCards.execute(tx, by, bill, sale);
    const { today } = await this.book.today(tx, bill.storeId);
    const agreed = consent !== undefined;
    const using = { tenders, agreed, on: today, goodsFen: goodsFen(lines) };
    await this.merits.redeem(tx, by, bill, using);
    await lockOpenDay(tx, bill.storeId, today);
    const posted = await this.#post(tx, by, bill, tenders, today);
    await insertTenders(tx, bill, withCards(paid, inCards));
    await this.merits.reckon(tx, by, bill, { lines, paid, on: today });
    const shift = await openShiftOf(tx, bill.storeId);
    await this.book.change(tx, by, bill, 'pay', {
      ...{ state: 'paid', paidFen: bill.payFen, paidOn: today, paidAt: this.clock.now() },
      ...{ paidBy: payment.desk.staffId, paidName: payment.desk.name, shiftId: shift?.id ?? null },
      ...{ txId: posted?.txId ?? null, entryNo: posted?.entryNo ?? null, proposal: null },
    });
  }

  /** Takes what stored value pays, services and products apart, and keeps how the client agreed. */
  async #takeValue(
    tx: Tx,
    by: Principal,
    { bill, lines, tenders }: Paying,
    consent: Consent | undefined,
  ): Promise<BillTender[]> {
    const rows = tenders.map(rowOf);
    const place = tenders.findIndex(({ kind }) => kind === 'stored_value');
    const [tender, row] = [tenders[place], rows[place]];
    if (!tender || !row || bill.customerId === null) return rows;
    if (!consent) return refuseField('code', '请扫顾客的会员码，或填写签字单号');
    const parts = valueParts(lines, tender);
    const { id: billId, customerId, storeId } = bill;
    const spends = await this.spendValue.payBill(tx, by, {
      ...{ billId, customerId, storeId, parts, consent },
    });
    const idOf = (revenue: BillPart['revenue']): string | null =>
      spends[parts.findIndex((part) => part.revenue === revenue)]?.id ?? null;
    rows[place] = {
      ...row,
      principalFen: spends.reduce((all, spend) => all + spend.principalFen, 0),
      bonusFen: spends.reduce((all, spend) => all + spend.bonusFen, 0),
      ...{ serviceSpendId: idOf('REV_SERVICE'), productSpendId: idOf('REV_PRODUCT') },
    };
    return rows;
  }

  /** Her code, tap or slip speaks once for all that the bill takes from her; kept with the bill. */
  async #agree(tx: Tx, bill: Bill, consent: Consent | undefined): Promise<void> {
    if (!consent) return;
    if (bill.customerId === null) return refuse('BILL_NEEDS_CLIENT');
    const wallet = await this.wallets.lockUsable(tx, bill.customerId);
    await this.clientConsent.agree(tx, wallet, bill.storeId, consent);
    await this.#confirm(tx, bill.id, consent);
  }

  async #useCoupons(tx: Tx, by: Principal, bill: Bill): Promise<void> {
    const { id: billId, storeId, customerId } = bill;
    if (customerId === null) return;
    const { today: on } = await this.book.today(tx, storeId);
    for (const { couponId, savesFen: savedFen } of await couponsOfBill(tx, billId)) {
      const use = { couponId, billId, customerId, storeId, on, savedFen, by: byOf(by) };
      await this.useCoupon.execute(tx, use);
    }
  }

  async #confirm(tx: Tx, billId: string, consent: Consent): Promise<void> {
    const confirmedAt = this.clock.now();
    const slipNo = 'slipNo' in consent ? consent.slipNo.toUpperCase() : null;
    const way = 'code' in consent ? 'member_code' : 'tap' in consent ? 'tap' : 'slip';
    await insertConfirmation(tx, billId, { way, slipNo, confirmedAt });
  }

  /** What came in by hand, and what she owes now, in one entry; none where stored value paid it all. */
  async #post(
    tx: Tx,
    by: Principal,
    bill: Bill,
    tenders: readonly SplitTender[],
    today: string,
  ): Promise<Posted | undefined> {
    const legs = tenders.flatMap((tender) => legsOf(bill, tender));
    if (legs.length === 0) return undefined;
    return this.ledger.post(tx, {
      ...{ kind: 'tender', bizKey: `bill.${bill.id}`, storeId: bill.storeId, legs },
      ...{ effectiveOn: today, actor: actorOf(byOf(by)) },
      meta: { title: `账单 ${bill.onDate} ${bill.no} 号`, billId: bill.id },
    });
  }
}

interface Paying {
  readonly bill: Bill;
  readonly lines: readonly BillLine[];
  readonly tenders: readonly SplitTender[];
}

/** The price of a first visit was found when the bill was written; another bill of hers may have been paid since. */
async function requireFirstVisit(
  tx: Tx,
  { customerId, appointmentId }: Bill,
  lines: readonly BillLine[],
): Promise<void> {
  const leans = lines.some(({ because }) => because.some(({ kind }) => kind === 'first_visit'));
  if (!leans || customerId === null) return;
  if (!(await isFirstVisit(tx, customerId, appointmentId))) refuse('BILL_NOT_FIRST_VISIT');
}

function rowOf(tender: SplitTender, place: number): BillTender {
  const { kind, amountFen, serviceFen, productFen, cardFen, channel = null, reference } = tender;
  return {
    ...{ seq: place + 1, kind, amountFen, serviceFen, productFen, cardFen, channel },
    // A number on paper is the same paper in small letters too.
    reference: reference?.toUpperCase() ?? null,
    ...{ givenFen: tender.givenFen ?? null, changeFen: tender.changeFen ?? null },
    ...{ principalFen: null, bonusFen: null, serviceSpendId: null, productSpendId: null },
    ...{ points: tender.points ?? null, note: tender.note?.trim() ?? '' },
  };
}

/** Stored value that went into cards counts with what paid for the rest. */
const withCards = (paid: readonly BillTender[], inCards: ValueInCards): BillTender[] =>
  paid.map((row) => ({
    ...row,
    principalFen: row.principalFen === null ? null : row.principalFen + inCards.principalFen,
    bonusFen: row.bonusFen === null ? null : row.bonusFen + inCards.bonusFen,
  }));

function legsOf(bill: Bill, tender: SplitTender): Leg[] {
  // Her wallet has an entry of its own, and points are no money.
  if (tender.kind === 'stored_value' || tender.kind === 'points') return [];
  const debit =
    tender.kind === 'debt'
      ? ofCustomer('CUST_RECEIVABLE', bill.customerId ?? '')
      : ofHouse(CLEARING[tender.kind], bill.storeId);
  const parts = [
    { credit: ofHouse('REV_SERVICE', bill.storeId), amount: tender.serviceFen },
    { credit: ofHouse('REV_PRODUCT', bill.storeId), amount: tender.productFen },
  ];
  return parts.filter(({ amount }) => amount > 0).map((part) => ({ debit, ...part }));
}

/** What is taken from the wallet for services and for products; its price before discount by what it pays of it. */
function valueParts(lines: readonly BillLine[], tender: SplitTender): BillPart[] {
  const pay = payByKind(lines);
  const list = payByKind(lines.map(({ kind, listFen }) => ({ kind, payFen: listFen })));
  const title = (kind: string): string => {
    const names = lines.filter((line) => line.kind === kind).map(({ name }) => name);
    return `${names[0] ?? ''}${names.length > 1 ? ` 等${names.length}项` : ''}`.slice(0, 60);
  };
  const shareOf = (amountFen: number, payFen: number, listFen: number): number =>
    payFen === 0 ? amountFen : Number((BigInt(listFen) * BigInt(amountFen)) / BigInt(payFen));
  const parts: BillPart[] = [
    {
      ...{ revenue: 'REV_SERVICE', amountFen: tender.serviceFen, title: title('service') },
      listPriceFen: shareOf(tender.serviceFen, pay.serviceFen, list.serviceFen),
    },
    {
      ...{ revenue: 'REV_PRODUCT', amountFen: tender.productFen, title: title('product') },
      listPriceFen: shareOf(tender.productFen, pay.productFen, list.productFen),
    },
  ];
  return parts.filter(({ amountFen }) => amountFen > 0);
}
