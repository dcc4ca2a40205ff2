import { Injectable } from '@nestjs/common';
import type { GrantedOverride } from '../care/index.js';
import type { ClientPrincipal, StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { sealedFor, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { BillCare } from './bill-care.js';
import { BillBook, type BillAt } from './bill-book.js';
import { confirmationOf, markDisputed } from './data/bill-history.js';
import { linesOf } from './data/bill-parts.js';
import { proposalOf } from './data/bills.js';
import { PayBill } from './pay-bill.js';
import { requireDebtRight } from './take-payment.js';
import type { TenderWish } from './rules/tenders.js';

/** How the desk wants a bill to be paid, for the client to agree to on her phone. */
export interface Proposal {
  readonly tenders: readonly TenderWish[];
  readonly desk: { readonly staffId: string; readonly name: string };
}

/** What a bill that waits for its client is to be paid with. */
export async function readProposal(
  reader: Parameters<typeof proposalOf>[0],
  billId: string,
): Promise<Proposal | undefined> {
  // Written by AskClient alone, from tenders that were looked at.
  return (await proposalOf(reader, billId)) as Proposal | undefined;
}

/** Lets the client agree on her own phone: the desk proposes, her tap pays, and later she may say that it was wrong. */
@Injectable()
export class AskClient {
  constructor(
    private readonly book: BillBook,
    private readonly payBill: PayBill,
    private readonly care: BillCare,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal as BillBook.lock and PayBill.require; BILL_NEEDS_CLIENT, BillCare.pay, FORBIDDEN to let her owe */
  async propose(
    tx: Tx,
    staff: StaffPrincipal,
    at: BillAt,
    tenders: readonly TenderWish[],
    override?: GrantedOverride,
  ): Promise<void> {
    requireDebtRight(staff, tenders);
    const bill = await this.book.lock(tx, staff, at, ['open']);
    if (bill.customerId === null) refuse('BILL_NEEDS_CLIENT');
    const lines = await linesOf(tx, bill.id);
    this.payBill.require(bill, lines, tenders);
    await this.care.pay(tx, staff, bill, lines, { override });
    const desk = { staffId: staff.staffId, name: staff.name };
    const proposal: Proposal = { tenders, desk };
    await this.book.change(tx, staff, bill, 'ask', {
      ...{ state: 'awaiting', proposal: sealedFor(bill.customerId, JSON.stringify(proposal)) },
    });
  }

  /** The client's tap: pays as was proposed. @throws Refusal as BillBook.lockOfClient, BillCare.pay and PayBill.execute */
  async confirm(tx: Tx, client: ClientPrincipal, id: string, version: number): Promise<void> {
    const bill = await this.book.lockOfClient(tx, client.customerId, id, ['awaiting']);
    if (bill.version !== version) refuse('BILL_CHANGED', { extras: { version: bill.version } });
    const proposal = (await readProposal(tx, id)) ?? refuse('BILL_STATE');
    await this.care.pay(tx, client, bill, await linesOf(tx, id));
    await this.payBill.execute(tx, client, bill, { ...proposal, consent: { tap: true } });
  }

  /**
   * One tap: it was not so. Kept as she first said it.
   * @throws Refusal as BillBook.lockOfClient; BILL_STATE where she agreed to nothing
   */
  async dispute(tx: Tx, client: ClientPrincipal, id: string, note: string | null): Promise<void> {
    const bill = await this.book.lockOfClient(tx, client.customerId, id, ['paid']);
    const confirmation = (await confirmationOf(tx, id)) ?? refuse('BILL_STATE');
    if (confirmation.disputedAt !== null) return;
    await markDisputed(tx, bill, note, this.clock.now());
    await this.book.change(tx, client, bill, 'dispute', {}, note);
  }
}
