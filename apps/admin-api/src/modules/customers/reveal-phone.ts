import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { CustomerRepository } from './data/customer-repository.js';
import { PhoneRepository } from './data/phone-repository.js';

/** Shows a client's primary phone in the clear to somebody who says why; the record is written with it. */
@Injectable()
export class RevealPhone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerRepository,
    private readonly phones: PhoneRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, CLIENT_HAS_NO_PHONE */
  execute(by: Principal, customerId: string, reason: string): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      await this.customers.lockActive(tx, customerId);
      const phone = await this.phones.reveal(tx, customerId);
      if (phone === undefined) return refuse('CLIENT_HAS_NO_PHONE');
      const subject = { kind: 'customer', id: customerId };
      await this.audit.record(tx, {
        actor: by,
        action: 'phone.revealed',
        subject,
        detail: { reason },
      });
      return phone;
    });
  }
}
