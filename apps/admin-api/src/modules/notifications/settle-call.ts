import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { lockCall, writeCalled } from './data/calls.js';

/** How a call ended: she was told, or did not answer and stays on the list. */
export type CallResult = 'called' | 'not_reached';

/** Writes down that the desk called a client. */
@Injectable()
export class SettleCall {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CALL_NOT_FOUND also for another store's, CALL_SETTLED for one that nobody has to make any more */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    result: CallResult,
  ): Promise<{ state: 'to_call' | 'called'; tries: number }> {
    const call = await lockCall(tx, id);
    // A call of another store's desk is none of hers.
    if (!call || !staff.storeIds.includes(call.storeId)) return refuse('CALL_NOT_FOUND');
    if (call.state !== 'to_call') return refuse('CALL_SETTLED');
    const state = result === 'called' ? 'called' : 'to_call';
    const { staffId: byId, name: byName } = staff;
    await writeCalled(tx, id, { state, byId, byName, at: this.clock.now() });
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'client.called', detail: { result, callId: id } },
      subject: { kind: 'customer', id: call.customerId },
    });
    return { state, tries: call.tries + 1 };
  }
}
