import { Injectable } from '@nestjs/common';
import { visitById, type VisitDetail } from '../appointments/index.js';
import { CustomerRepository } from '../customers/index.js';
import { byOf } from '../membership/index.js';
import { lockOpenDay, nextBillNo } from '../stores/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse, refuseField } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { BillBook } from './bill-book.js';
import { KeepBenefits } from './keep-benefits.js';
import { PriceLines, type PricedLines } from './price-lines.js';
import { linesOf, replaceLines } from './data/bill-parts.js';
import { changeBill, insertBill, lockBill } from './data/bills.js';
import { NOTHING_KEPT, isCard, totalsOf, type BillLine } from './rules/bill.js';
import type { LineDraft } from './rules/line-draft.js';

export interface OpenRequest {
  readonly storeId: string;
  /** The visit that is paid for; its client and services come with it. */
  readonly appointmentId?: string;
  /** Of a walk-in who has a file. */
  readonly customerId?: string;
  readonly note?: string;
}

const NEVER_SERVED = ['cancelled', 'no_show', 'expired', 'held', 'requested'];
const WHOLE = 1000;

/** Opens a bill: for a visit with what was booked, or for whoever walks in. */
@Injectable()
export class OpenBill {
  constructor(
    private readonly book: BillBook,
    private readonly prices: PriceLines,
    private readonly benefits: KeepBenefits,
    private readonly customers: CustomerRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the bill's id
   * @throws Refusal DAY_CLOSED, VISIT_HAS_BILL, APPOINTMENT_NOT_FOUND also for another store's, TRANSITION_REFUSED for a
   *   visit that did not take place, CLIENT_NOT_FOUND, CLIENT_MERGED, INVALID_INPUT for another client's visit
   */
  async execute(tx: Tx, staff: StaffPrincipal, request: OpenRequest): Promise<string> {
    const { storeId, appointmentId } = request;
    const visit = appointmentId === undefined ? undefined : await visitOf(tx, staff, request);
    if (visit && request.customerId !== undefined && request.customerId !== visit.customerId)
      refuseField('customerId', '这次预约是另一位顾客的');
    const customerId = visit?.customerId ?? request.customerId ?? null;
    const opening = {
      ...{ storeId, customerId, appointmentId: visit?.id ?? null, copyOf: null },
      ...{ note: request.note?.trim() ?? '', lines: visit ? linesOfVisit(visit) : [] },
    };
    return this.#open(tx, staff, opening);
  }

  /**
   * Opens a reversed bill again with the same lines.
   * @throws Refusal BILL_NOT_FOUND, BILL_STATE unless it was reversed and not done again yet, as execute
   */
  async again(tx: Tx, staff: StaffPrincipal, id: string): Promise<string> {
    const bill = await lockBill(tx, id);
    if (!bill || !staff.storeIds.includes(bill.storeId)) return refuse('BILL_NOT_FOUND');
    if (bill.state !== 'reversed') refuse('BILL_STATE', { extras: { state: bill.state } });
    const { storeId, customerId, appointmentId, note } = bill;
    const lines = await linesOf(tx, id);
    return this.#open(tx, staff, { storeId, customerId, appointmentId, copyOf: id, note, lines });
  }

  async #open(tx: Tx, staff: StaffPrincipal, opening: Opening): Promise<string> {
    const { storeId, customerId, lines, ...rest } = opening;
    if (customerId !== null) await this.customers.lockActive(tx, customerId);
    const { today } = await this.book.today(tx, storeId);
    const day = await lockOpenDay(tx, storeId, today);
    const [id, by, no] = [newId(), byOf(staff), await nextBillNo(tx, day)];
    const at = this.clock.now();
    await insertBill(tx, { id, storeId, onDate: today, no, customerId, ...rest, by, at });
    const bill = { id, storeId, customerId, onDate: today, appointmentId: rest.appointmentId };
    const priced = await this.#price(tx, staff, bill, lines);
    await replaceLines(tx, bill, priced.lines);
    const pricing = await this.benefits.execute(tx, bill, priced.best, NOTHING_KEPT);
    // The first version has its totals: nobody has seen it yet.
    const change = { ...totalsOf(priced.lines), pricing: JSON.stringify(pricing) };
    await changeBill(tx, { id, version: 0 }, change);
    await this.book.record(tx, staff, { ...bill, version: 1 }, 'open');
    return id;
  }

  #price(
    tx: Tx,
    staff: StaffPrincipal,
    bill: Parameters<PriceLines['execute']>[2],
    known: readonly BillLine[],
  ): Promise<PricedLines> {
    return this.#priceOf(tx, staff, bill, known, known.map(draftOf));
  }

  /**
   * A discount by hand that the new price does not bear is left out, and so are cards that are not sold any more: the
   * desk gives it again, or another.
   */
  async #priceOf(
    tx: Tx,
    staff: StaffPrincipal,
    bill: Parameters<PriceLines['execute']>[2],
    known: readonly BillLine[],
    lines: readonly LineDraft[],
  ): Promise<PricedLines> {
    try {
      return await this.prices.execute(tx, staff, bill, { lines, kept: NOTHING_KEPT }, known);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const isGone = NOT_SOLD.has(error.code);
      const left = isGone ? lines.filter((line) => !isCard(line)) : bare(lines);
      const isTried = isGone
        ? left.length === lines.length
        : lines.every(({ discount }) => !discount);
      if (isTried) throw error;
      return this.#priceOf(tx, staff, bill, known, left);
    }
  }
}

const NOT_SOLD: ReadonlySet<string> = new Set([
  ...['PLAN_NOT_FOUND', 'PLAN_NOT_ON_SALE', 'PACKAGE_PLAN_NOT_FOUND', 'PACKAGE_PLAN_NOT_ON_SALE'],
]);

const bare = (lines: readonly LineDraft[]): LineDraft[] =>
  lines.map(({ discount: _, ...line }) => line);

/** What the lines say, for them to be priced anew. */
const draftOf = ({ kind, itemId, quantity, staff, note, discount }: BillLine): LineDraft => ({
  ...{ kind, itemId, quantity, staff, note },
  ...(discount && { discount }),
});

interface Opening {
  readonly storeId: string;
  readonly customerId: string | null;
  readonly appointmentId: string | null;
  readonly copyOf: string | null;
  readonly note: string;
  readonly lines: readonly BillLine[];
}

async function visitOf(
  tx: Tx,
  staff: StaffPrincipal,
  { appointmentId, storeId }: OpenRequest,
): Promise<VisitDetail> {
  const visit = await visitById(tx, staff, appointmentId ?? '');
  if (visit?.storeId !== storeId) return refuse('APPOINTMENT_NOT_FOUND');
  if (NEVER_SERVED.includes(visit.state)) refuse('TRANSITION_REFUSED');
  return visit;
}

/** What was booked, at the price that was agreed on, by those who were to do it. */
function linesOfVisit(visit: VisitDetail): BillLine[] {
  return visit.items.map((item, place) => ({
    ...{ seq: place + 1, kind: 'service', itemId: item.serviceId, name: item.serviceName },
    ...{ unitFen: item.priceFen, quantity: 1, listFen: item.priceFen, priceFen: item.priceFen },
    ...{ payFen: item.priceFen, because: [], note: '', discount: null },
    planVersion: null,
    staff: [{ staffId: item.staffId, sharePermille: WHOLE }],
  }));
}
