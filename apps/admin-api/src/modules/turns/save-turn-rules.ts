import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { saveTurnRules, type TurnRules } from './data/turn-rules.js';

/** Decides whether a store keeps turns, and what costs one. */
@Injectable()
export class SaveTurnRules {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, by: StaffPrincipal, storeId: string, rules: TurnRules): Promise<void> {
    await saveTurnRules(tx, storeId, rules, { staffId: by.staffId, at: this.clock.now() });
    await this.audit.record(tx, {
      ...{ actor: by, action: 'turns.rules-changed', detail: { ...rules } },
      subject: { kind: 'store', id: storeId },
    });
  }
}
