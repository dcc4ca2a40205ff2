import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { CustomerRepository } from './data/customer-repository.js';
import { PhoneRepository } from './data/phone-repository.js';

/** Takes a phone off a file, for instance one that was mistyped. */
@Injectable()
export class RemovePhone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerRepository,
    private readonly phones: PhoneRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, NOT_FOUND when the phone is not on this file */
  execute(by: Principal, customerId: string, phoneId: string): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await this.customers.lockActive(tx, customerId);
      if (!(await this.phones.remove(tx, customerId, phoneId))) refuse('NOT_FOUND');
      const subject = { kind: 'customer', id: customerId };
      await this.audit.record(tx, {
        actor: by,
        action: 'phone.removed',
        subject,
        detail: { phoneId },
      });
    });
  }
}
