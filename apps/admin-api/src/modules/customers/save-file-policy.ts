import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { saveFilePolicy } from './data/file-policy.js';
import type { FilePolicy } from './rules/completeness.js';

/** Decides what every file has to say, and how often contact data is looked at. */
@Injectable()
export class SaveFilePolicy {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, by: StaffPrincipal, policy: Omit<FilePolicy, 'version'>): Promise<void> {
    await saveFilePolicy(tx, policy, { staffId: by.staffId, at: this.clock.now() });
    const { atCreation, wanted, verifyMonths } = policy;
    await this.audit.record(tx, {
      ...{ actor: by, action: 'client-file.policy-changed' },
      subject: { kind: 'client_file_policy', id: 'brand' },
      detail: { atCreation, wanted, verifyMonths },
    });
  }
}
