import { Injectable } from '@nestjs/common';
import type { GrantedOverride } from '../care/index.js';
import type { Consent } from '../membership/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { BillCare } from './bill-care.js';
import { BillBook, type BillAt } from './bill-book.js';
import { CompleteVisit } from './complete-visit.js';
import { linesOf } from './data/bill-parts.js';
import { PayBill } from './pay-bill.js';
import { RedeemSessions } from './redeem-sessions.js';
import type { TenderWish } from './rules/tenders.js';

export interface PayRequest {
  readonly tenders: readonly TenderWish[];
  /** How the client agreed to what her wallet pays: one of the two. */
  readonly code?: string;
  readonly slipNo?: string;
  /** Number of the contracts of its cards that were signed on paper; absent: she signs on her phone later. */
  readonly contractSlipNo?: string;
  readonly completeVisit?: boolean;
  /** Two people answer for what her health speaks against. */
  readonly override?: GrantedOverride | undefined;
}

/** Takes the money for a bill at the desk. */
@Injectable()
export class TakePayment {
  constructor(
    private readonly book: BillBook,
    private readonly payBill: PayBill,
    private readonly sessions: RedeemSessions,
    private readonly completeVisit: CompleteVisit,
    private readonly care: BillCare,
  ) {}

  /** @throws Refusal as BillBook.lock, PayBill.execute and CompleteVisit; BillCare.pay, FORBIDDEN to let a client owe */
  async execute(tx: Tx, staff: StaffPrincipal, at: BillAt, request: PayRequest): Promise<void> {
    const { tenders, code, slipNo, contractSlipNo, override } = request;
    const completes = request.completeVisit === true;
    requireDebtRight(staff, tenders);
    const bill = await this.book.lock(tx, staff, at, ['open']);
    const consent: Consent | undefined =
      code !== undefined ? { code } : slipNo !== undefined ? { slipNo } : undefined;
    const desk = { staffId: staff.staffId, name: staff.name };
    // Before the visit is written down as done: what was not begun is asked about.
    await this.care.pay(tx, staff, bill, await linesOf(tx, bill.id), { completes, override });
    if (completes) {
      await this.sessions.letGo(tx, staff, bill);
      await this.completeVisit.execute(tx, staff, bill.appointmentId);
    }
    await this.payBill.execute(tx, staff, bill, {
      ...{ tenders, desk },
      ...(consent && { consent }),
      ...(contractSlipNo !== undefined && { contractSlipNo }),
    });
  }
}

/** @throws Refusal FORBIDDEN to let a client owe without the right to it */
export function requireDebtRight(staff: StaffPrincipal, tenders: readonly TenderWish[]): void {
  if (tenders.some(({ kind }) => kind === 'debt') && !staff.permissions.has('bills.debt'))
    refuse('FORBIDDEN');
}
