import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuseField } from '../../platform/errors/index.js';
import { saveStandingPolicy } from './data/standing-policy.js';
import { faultOfLimits, type StandingLimits } from './rules/standing-limits.js';

/** Decides by what clients stand. Who is weighed from now on goes by it, everybody else within minutes. */
@Injectable()
export class SaveStandingPolicy {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT naming a limit that contradicts another */
  async execute(tx: Tx, by: StaffPrincipal, limits: StandingLimits): Promise<void> {
    const fault = faultOfLimits(limits);
    if (fault) refuseField(fault.field, fault.words);
    await saveStandingPolicy(tx, limits, { staffId: by.staffId, at: this.clock.now() });
    await this.audit.record(tx, {
      ...{ actor: by, action: 'client-standing.policy-changed' },
      subject: { kind: 'client_standing_policy', id: 'brand' },
      detail: { ...limits },
    });
  }
}
