import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { ChangeRepository } from './data/change-repository.js';
import { CustomerQueries } from './data/customer-queries.js';
import { CustomerRepository } from './data/customer-repository.js';
import { FileCareRepository } from './data/file-care-repository.js';
import { PhoneRepository } from './data/phone-repository.js';
import { KeepCompleteness } from './keep-completeness.js';
import { authorOf } from './rules/author.js';

/** Takes a phone off a file, for instance one that was mistyped. */
@Injectable()
export class RemovePhone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerRepository,
    private readonly phones: PhoneRepository,
    private readonly queries: CustomerQueries,
    private readonly changes: ChangeRepository,
    private readonly care: FileCareRepository,
    private readonly completeness: KeepCompleteness,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, NOT_FOUND when the phone is not on this file */
  execute(by: Principal, customerId: string, phoneId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.customers.lockActive(tx, customerId);
      const file = await this.queries.file(tx, customerId);
      const phone = file?.phones.find(({ id }) => id === phoneId) ?? refuse('NOT_FOUND');
      await this.phones.remove(tx, customerId, phoneId);
      // Another number is the main one now, and nobody has tried it.
      if (phone.isPrimary && (file?.phones.length ?? 0) > 1)
        await this.care.setChecked(tx, customerId, null);
      const removed = { field: 'phone', from: phone.masked, to: '' } as const;
      await this.changes.add(tx, customerId, [removed], authorOf(by), this.clock.now());
      await this.completeness.execute(tx, customerId);
      const subject = { kind: 'customer', id: customerId };
      await this.audit.record(tx, {
        actor: by,
        action: 'phone.removed',
        subject,
        detail: { phoneId, phone: phone.masked.slice(-4) },
      });
    });
  }
}
