import type { ErrorCode } from '@yance/shared-types';
import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditAction } from '../../platform/audit/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { Database, type Reader, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { CustomerRepository } from './data/customer-repository.js';

/** Something of a client that screens show in part: where it is, and how it is read whole. */
export interface Hidden<Place extends object> {
  /** As the trail names the reveal. */
  readonly action: AuditAction;
  /** The refusal where there is nothing to show. */
  readonly missing: ErrorCode;
  /** Stands in the trail beside the reason; never the thing itself. */
  readonly detail: (reader: Reader, place: Place) => object | Promise<object>;
  /** Where it stands; undefined where there is none. Kept with the key of the call, so it is an id or nothing. */
  readonly find: (tx: Tx) => Promise<Place | undefined>;
  readonly read: (reader: Reader, place: Place) => Promise<string | undefined>;
}

/** Shows something hidden of a client to somebody who says why: the entry in the trail is written before it is read. */
@Injectable()
export class RevealHidden {
  constructor(
    private readonly idempotent: IdempotentWork,
    private readonly database: Database,
    private readonly customers: CustomerRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, and the one for what is missing */
  async execute<Place extends object>(
    by: Principal,
    { customerId, reason }: { readonly customerId: string; readonly reason: string },
    call: IdempotentCall,
    { action, missing, detail, find, read }: Hidden<Place>,
  ): Promise<string> {
    const place = await this.idempotent.run(call, async (tx) => {
      await this.customers.lockActive(tx, customerId);
      const found = (await find(tx)) ?? refuse(missing);
      await this.audit.record(tx, {
        ...{ actor: by, action, subject: { kind: 'customer', id: customerId } },
        detail: { ...(await detail(tx, found)), reason },
      });
      return found;
    });
    // What is shown is not kept with the key: a second send reads it again.
    return (await read(this.database, place)) ?? refuse(missing);
  }
}
