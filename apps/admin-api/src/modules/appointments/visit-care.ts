import { Injectable } from '@nestjs/common';
import { CareGate, type GrantedOverride, type PlannedFor } from '../care/index.js';
import type { Principal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Visit } from './data/visit.js';

type Subject = Pick<Visit, 'id' | 'customerId' | 'storeId' | 'startsAt'>;

/** Holds a visit against what its client does not tolerate: when it is booked, moved and started. */
@Injectable()
export class VisitCare {
  constructor(private readonly gate: CareGate) {}

  /** @throws Refusal CARE_CONTRAINDICATED with `findings`, unless two people answer for it now or did for this visit */
  async require(
    tx: Tx,
    by: Principal,
    visit: Subject,
    serviceIds: readonly string[],
    plannedFor: PlannedFor,
    override?: GrantedOverride,
  ): Promise<void> {
    const { id, customerId, storeId, startsAt: start } = visit;
    await this.gate.enforce(tx, {
      ...{ customerId, storeId, start, serviceIds, productIds: [], plannedFor, subjectId: id },
      ...{ by, context: { kind: 'appointment', id }, override },
    });
  }
}
