import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { ChangeRepository } from './data/change-repository.js';
import { CustomerRepository } from './data/customer-repository.js';
import { FileCareRepository } from './data/file-care-repository.js';
import { authorOf } from './rules/author.js';

/** Says that somebody made sure how a client is reached. Who and when stands in the file's history. */
@Injectable()
export class CheckContact {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly care: FileCareRepository,
    private readonly changes: ChangeRepository,
    private readonly clock: Clock,
  ) {}

  /** On one day once. @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED */
  async execute(tx: Tx, by: Principal, customerId: string): Promise<void> {
    const { contact_checked_on: from } = await this.customers.lockActive(tx, customerId);
    const now = this.clock.now();
    const to = localDate(now, HOME_ZONE);
    if (from === to) return;
    await this.care.setChecked(tx, customerId, to);
    const change = { field: 'contactChecked', from: from ?? '', to } as const;
    await this.changes.add(tx, customerId, [change], authorOf(by), now);
  }
}
