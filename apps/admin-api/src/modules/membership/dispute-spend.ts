import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { lockSpend, markDisputed } from './data/spends.js';

/** A client says that a deduction was not hers, or not like this. It is kept as she first said it. */
@Injectable()
export class DisputeSpend {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal SPEND_NOT_FOUND also for another client's, SPEND_STATE when it was undone already */
  async execute(tx: Tx, client: ClientPrincipal, id: string, note: string | null): Promise<void> {
    const spend = await lockSpend(tx, id);
    if (spend?.customerId !== client.customerId) return refuse('SPEND_NOT_FOUND');
    if (spend.state !== 'done') refuse('SPEND_STATE', { extras: { state: spend.state } });
    if (spend.disputedAt !== null) return;
    await markDisputed(tx, spend, note, this.clock.now());
    const subject = { kind: 'customer', id: client.customerId };
    const detail = { spendId: id, storeId: spend.storeId };
    await this.audit.record(tx, {
      actor: client,
      action: 'wallet.spend_disputed',
      subject,
      detail,
    });
  }
}
