import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { saveSettings } from './data/settings.js';
import { settingErrors, type CheckoutSettings } from './rules/settings.js';

/** Sets the quotas of the till, for the brand or for one store. */
@Injectable()
export class ChangeCheckoutSettings {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @param storeId null for the brand @throws Refusal INVALID_INPUT naming each field that does not hold */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    storeId: string | null,
    change: Partial<CheckoutSettings>,
  ): Promise<void> {
    const set = Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    ) as Partial<CheckoutSettings>;
    const fields = settingErrors(set);
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
    await saveSettings(tx, storeId, set, { staffId: staff.staffId, at: this.clock.now() });
    const subject = { kind: 'checkout_setting', id: storeId ?? 'brand' };
    await this.audit.record(tx, {
      actor: staff,
      action: 'till.rules_changed',
      subject,
      detail: set,
    });
  }
}
