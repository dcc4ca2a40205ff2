import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { saveFreeCancelHours } from '../stores/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import {
  policyOf,
  savePolicy,
  type BookingPolicy,
  type VersionedPolicy,
} from './data/booking-policy.js';

/** A store's policy with the hours until which it lets a client cancel freely, which stand with the store. */
export interface BookingRules extends BookingPolicy {
  readonly freeCancelHours: number;
}

/** Decides for a store how it books; what is booked or waits already keeps its times. */
@Injectable()
export class SaveBookingPolicy {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Tx,
    by: StaffPrincipal,
    storeId: string,
    { freeCancelHours, ...policy }: BookingRules,
  ): Promise<VersionedPolicy> {
    await saveFreeCancelHours(tx, storeId, freeCancelHours);
    await savePolicy(tx, storeId, policy, { staffId: by.staffId, at: this.clock.now() });
    await this.audit.record(tx, {
      ...{ actor: by, action: 'booking.policy-changed' },
      subject: { kind: 'booking_policy', id: storeId },
      detail: { ...policy, freeCancelHours },
    });
    return policyOf(tx, storeId);
  }
}
