import { Injectable } from '@nestjs/common';
import { byOf, storeDay, type StoreDay } from '../membership/index.js';
import type { BillEvent } from '../../events/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Principal, StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { changeBill, lockBill } from './data/bills.js';
import { insertChange, type BillAct } from './data/bill-history.js';
import type { Bill, BillState } from './rules/bill.js';

/** Which bill is changed, and the version that whoever changes it has seen. */
export interface BillAt {
  readonly id: string;
  readonly version: number;
}

/** Takes hold of bills and keeps their history. */
@Injectable()
export class BillBook {
  constructor(
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks a bill of one of her stores as she has seen it.
   * @throws Refusal BILL_NOT_FOUND also for another store's, BILL_CHANGED, BILL_STATE
   */
  async lock(
    tx: Tx,
    staff: StaffPrincipal,
    { id, version }: BillAt,
    states: readonly BillState[],
  ): Promise<Bill> {
    const bill = await lockBill(tx, id);
    if (!bill || !staff.storeIds.includes(bill.storeId)) return refuse('BILL_NOT_FOUND');
    requireState(bill, states);
    if (bill.version !== version) refuse('BILL_CHANGED', { extras: { version: bill.version } });
    return bill;
  }

  /** @throws Refusal BILL_NOT_FOUND also for another client's, BILL_STATE */
  async lockOfClient(
    tx: Tx,
    customerId: string,
    id: string,
    states: readonly BillState[],
  ): Promise<Bill> {
    const bill = await lockBill(tx, id);
    if (bill?.customerId !== customerId) return refuse('BILL_NOT_FOUND');
    requireState(bill, states);
    return bill;
  }

  /** The store's day of now. */
  today(tx: Tx, storeId: string): Promise<StoreDay> {
    return storeDay(tx, storeId, this.clock.now());
  }

  /** Changes a locked bill and writes down who did it. */
  async change(
    tx: Tx,
    by: Principal,
    bill: Pick<Bill, 'id' | 'version' | 'storeId' | 'customerId'>,
    act: BillAct,
    change: Parameters<typeof changeBill>[2],
    reason: string | null = null,
  ): Promise<void> {
    await changeBill(tx, bill, change);
    await this.record(tx, by, { ...bill, version: bill.version + 1 }, act, reason);
  }

  /** Writes down who made this version of a bill. */
  async record(
    tx: Tx,
    by: Principal,
    bill: Pick<Bill, 'id' | 'version' | 'storeId' | 'customerId'>,
    act: BillAct,
    reason: string | null = null,
  ): Promise<void> {
    const { id, version, storeId } = bill;
    const { kind: byKind, id: byId, name: byName } = byOf(by);
    const at = this.clock.now();
    await insertChange(tx, bill, { seq: version, act, byKind, byId, byName, reason, at });
    await this.audit.record(tx, {
      ...{ actor: by, action: `bill.${act}`, subject: { kind: 'bill', id } },
      detail: { storeId, ...(reason === null ? {} : { reason }) },
    });
    const payload = { version, act };
    const event: BillEvent = { topic: 'bill.changed', storeId, subjectId: id, payload };
    await this.outbox.add(tx, event);
  }
}

function requireState(bill: Bill, states: readonly BillState[]): void {
  if (!states.includes(bill.state)) refuse('BILL_STATE', { extras: { state: bill.state } });
}
