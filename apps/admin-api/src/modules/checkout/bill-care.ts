import { Injectable } from '@nestjs/common';
import { visitById } from '../appointments/index.js';
import { CareGate, type CareContext, type GrantedOverride } from '../care/index.js';
import type { Principal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Bill } from './rules/bill.js';

/** What of a line matters for her health. */
interface Sold {
  readonly kind: string;
  readonly itemId: string;
}

/** Holds what is billed against what the client does not tolerate: when it is written down and when it is paid. */
@Injectable()
export class BillCare {
  constructor(private readonly gate: CareGate) {}

  /**
   * What was done to her already is billed whatever came to light since: her visit asked before it began.
   * @throws Refusal CARE_CONTRAINDICATED with `findings`, unless two people answer for it now, or did for this bill or
   *   its visit
   */
  async require(
    tx: Tx,
    by: Principal,
    bill: Pick<Bill, 'id' | 'storeId' | 'customerId' | 'appointmentId'>,
    lines: readonly Sold[],
    override?: GrantedOverride,
  ): Promise<void> {
    const { id, storeId, customerId, appointmentId } = bill;
    if (customerId === null) return;
    const visit = appointmentId === null ? undefined : await visitById(tx, by, appointmentId);
    const isBegun = visit !== undefined && ['in_service', 'completed'].includes(visit.state);
    const done = new Set(isBegun ? visit.items.map(({ serviceId }) => serviceId) : []);
    const idsOf = (kind: string): string[] =>
      lines.flatMap((line) => (line.kind === kind ? line.itemId : []));
    const also: CareContext[] =
      appointmentId === null ? [] : [{ kind: 'appointment', id: appointmentId }];
    await this.gate.enforce(tx, {
      ...{ customerId, storeId, plannedFor: 'bill', subjectId: id },
      serviceIds: idsOf('service').filter((serviceId) => !done.has(serviceId)),
      productIds: idsOf('product'),
      ...{ by, context: { kind: 'bill', id }, also, override },
    });
  }
}
