import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditAction } from '../../../platform/audit/index.js';
import type { ClientPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  confirmSessionUse,
  disputeSessionUse,
  lockSessionUse,
  type SessionUse,
} from './data/session-uses.js';

/** What a client says about a session that was used: it is right, or it was not hers or not like this. */
@Injectable()
export class AnswerSessionUse {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Her tap. Once is enough. @throws Refusal SESSION_USE_NOT_FOUND also for another client's, SESSION_USE_STATE */
  async confirm(tx: Tx, client: ClientPrincipal, id: string): Promise<void> {
    const use = await lockOwn(tx, client, id);
    if (use.consent !== 'pending') return;
    await confirmSessionUse(tx, id, this.clock.now());
    await this.#record(tx, client, 'package.session_confirmed', use);
  }

  /** Kept as she first said it. @throws as confirm */
  async dispute(tx: Tx, client: ClientPrincipal, id: string, note: string | null): Promise<void> {
    const use = await lockOwn(tx, client, id);
    if (use.disputedAt !== null) return;
    await disputeSessionUse(tx, use, note, this.clock.now());
    await this.#record(tx, client, 'package.session_disputed', use);
  }

  #record(tx: Tx, client: ClientPrincipal, action: AuditAction, use: SessionUse): Promise<void> {
    const subject = { kind: 'customer', id: client.customerId };
    const detail = { sessionUseId: use.id, packageId: use.packageId, storeId: use.storeId };
    return this.audit.record(tx, { actor: client, action, subject, detail });
  }
}

async function lockOwn(tx: Tx, client: ClientPrincipal, id: string): Promise<SessionUse> {
  const use = await lockSessionUse(tx, id);
  if (use?.customerId !== client.customerId) return refuse('SESSION_USE_NOT_FOUND');
  if (use.state !== 'done') refuse('SESSION_USE_STATE', { extras: { state: use.state } });
  return use;
}
