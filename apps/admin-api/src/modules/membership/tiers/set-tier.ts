import { Injectable } from '@nestjs/common';
import { clientChanged } from '../../../events/index.js';
import { CustomerRepository } from '../../customers/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate, type LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { byOf } from '../store-day.js';
import { lockCustomerTier, takeStep } from './data/customer-tiers.js';
import { tierById } from './data/tiers.js';

export interface TierByHand {
  readonly customerId: string;
  /** null takes the tier away. */
  readonly tierId: string | null;
  /** The last day on which it is safe; null: until the rules lift her or somebody changes it. */
  readonly keptUntil: LocalDate | null;
  readonly reason: string;
}

/** A tier that somebody gives or takes by hand, with the reason. */
@Injectable()
export class SetTier {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, TIER_NOT_FOUND also for one that is not given any more */
  async execute(tx: Tx, staff: StaffPrincipal, wish: TierByHand): Promise<void> {
    const { customerId, tierId } = wish;
    const today = localDate(this.clock.now(), HOME_ZONE);
    const keptUntil = tierId === null ? null : wish.keptUntil;
    if (keptUntil !== null && keptUntil < today)
      refuseField('keptUntil', '保留到的日期不能早于今天');
    await this.customers.lockActive(tx, customerId);
    const tier = tierId === null ? null : await tierById(tx, tierId);
    if (tier === undefined || tier?.state === 'retired') refuse('TIER_NOT_FOUND');
    const at = this.clock.now();
    const now = await lockCustomerTier(tx, customerId, today, at);
    const reason = wish.reason.trim();
    const to = { tierId, keptUntil };
    await takeStep(tx, now, { kind: 'by_hand', to, on: today, reason, by: byOf(staff), at });
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'tier.set', subject: { kind: 'customer', id: customerId } },
      detail: { from: now.tierId, to: tierId, keptUntil, reason },
    });
    await this.outbox.add(tx, clientChanged(customerId));
  }
}
