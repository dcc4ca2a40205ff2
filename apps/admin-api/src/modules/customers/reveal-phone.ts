import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { Database } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { CustomerRepository } from './data/customer-repository.js';
import { PhoneRepository } from './data/phone-repository.js';

/** Shows a client's primary phone in the clear to somebody who says why; the record is written with it. */
@Injectable()
export class RevealPhone {
  constructor(
    private readonly idempotent: IdempotentWork,
    private readonly database: Database,
    private readonly customers: CustomerRepository,
    private readonly phones: PhoneRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, CLIENT_HAS_NO_PHONE */
  async execute(
    by: Principal,
    customerId: string,
    reason: string,
    call: IdempotentCall,
  ): Promise<string> {
    // Which phone it was is kept with the key, the number is not: a second send reads it again.
    const { phoneId } = await this.idempotent.run(call, async (tx) => {
      await this.customers.lockActive(tx, customerId);
      const primary = await this.phones.primary(tx, customerId);
      if (primary === undefined) return refuse('CLIENT_HAS_NO_PHONE');
      const subject = { kind: 'customer', id: customerId };
      await this.audit.record(tx, {
        actor: by,
        action: 'phone.revealed',
        subject,
        detail: { reason },
      });
      return { phoneId: primary };
    });
    const phone = await this.phones.reveal(this.database, customerId, phoneId);
    return phone ?? refuse('CLIENT_HAS_NO_PHONE');
  }
}
