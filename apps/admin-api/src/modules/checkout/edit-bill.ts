import { Injectable } from '@nestjs/common';
import type { GrantedOverride } from '../care/index.js';
import { CustomerRepository } from '../customers/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { sealedFor, type Tx } from '../../platform/database/index.js';
import { refuseField } from '../../platform/errors/index.js';
import { BillCare } from './bill-care.js';
import { BillBook, type BillAt } from './bill-book.js';
import { KeepBenefits } from './keep-benefits.js';
import { linesOf, replaceLines } from './data/bill-parts.js';
import { PriceLines, type LinesWish } from './price-lines.js';
import { totalsOf } from './rules/bill.js';

/** What a bill shall be: all its lines, its note, and of a walk-in whose it is. */
export interface EditRequest extends Omit<LinesWish, 'kept'> {
  readonly note?: string;
  /** Absent: stays; null: nobody's. */
  readonly customerId?: string | null;
  /** Ids of what she keeps for another time. */
  readonly keepCoupons?: readonly string[];
  readonly keepSessions?: readonly string[];
  /** Two people answer for what her health speaks against. */
  readonly override?: GrantedOverride | undefined;
}

/** Changes an open bill as a whole. Who has not seen the latest version is told so. */
@Injectable()
export class EditBill {
  constructor(
    private readonly book: BillBook,
    private readonly pricing: PriceLines,
    private readonly benefits: KeepBenefits,
    private readonly customers: CustomerRepository,
    private readonly care: BillCare,
  ) {}

  /** @throws Refusal as BillBook.lock and PriceLines; CLIENT_NOT_FOUND, CLIENT_MERGED, CARE_CONTRAINDICATED */
  async execute(tx: Tx, staff: StaffPrincipal, at: BillAt, request: EditRequest): Promise<void> {
    const bill = await this.book.lock(tx, staff, at, ['open']);
    const { customerId = bill.customerId, note = bill.note } = request;
    if (bill.appointmentId !== null && customerId !== bill.customerId)
      refuseField('customerId', '这张账单属于一次预约，不能换顾客');
    if (customerId !== null && customerId !== bill.customerId)
      await this.customers.lockActive(tx, customerId);
    const known = await linesOf(tx, bill.id);
    const { keepCoupons: coupons = [], keepSessions: sessions = [] } = request;
    const wish = { ...request, kept: { coupons, sessions } };
    const mine = { ...bill, customerId };
    await this.care.write(tx, staff, mine, request.lines, request.override);
    const { lines, best } = await this.pricing.execute(tx, staff, mine, wish, known);
    await replaceLines(tx, mine, lines);
    const pricing = await this.benefits.execute(tx, mine, best, wish.kept);
    await this.book.change(tx, staff, bill, 'edit', {
      ...{ customerId, note: sealedFor(customerId, note.trim()), ...totalsOf(lines) },
      pricing: JSON.stringify(pricing),
    });
  }
}
