import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { HealthFiles } from './data/health-files.js';
import { HealthAccess } from './health-access.js';
import { requireKnown } from './require-known.js';
import { tidyFacts, type WrittenFacts } from './rules/health-facts.js';

/** Writes what a client does not tolerate, as a whole. */
@Injectable()
export class SaveHealthFile {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly files: HealthFiles,
    private readonly health: HealthAccess,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param version the one that was read; 0 where there was no file
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, HEALTH_CONSENT_MISSING while she does not agree,
   *   HEALTH_CHANGED when somebody was faster, INVALID_INPUT for an ingredient or condition that the salon does not know
   */
  async execute(
    tx: Tx,
    by: StaffPrincipal,
    customerId: string,
    version: number,
    written: WrittenFacts,
  ): Promise<void> {
    const facts = tidyFacts(written);
    // Bookings hold this row too: each is judged by what the file said before or after this write.
    const owner = await this.customers.lockActive(tx, customerId);
    await this.health.requireConsent(tx, owner);
    const file = await this.files.read(tx, customerId);
    const known = file?.version ?? 0;
    if (known !== version) refuse('HEALTH_CHANGED', { extras: { version: known } });
    await requireKnown(tx, facts);
    const writer = { kind: 'staff', id: by.staffId, name: by.name, source: 'staff' } as const;
    const at = this.clock.now();
    const { takenOver = [], settled = [] } = file?.facts ?? {};
    const next = { version: version + 1, facts: { ...facts, takenOver, settled } };
    await this.files.write(tx, customerId, next, { ...writer, at });
    const subject = { kind: 'customer', id: customerId };
    await this.audit.record(tx, {
      ...{ actor: by, action: 'health.written', subject, detail: { version: version + 1 } },
    });
  }
}
