import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuseField } from '../../platform/errors/index.js';
import { saveReminderRules } from './data/reminder-rules.js';
import { faultOfReminders, type ReminderRules } from './rules/reminders.js';

/** Sets when a store reminds of visits. Visits that are near go by it from the next minute on. */
@Injectable()
export class SaveReminderRules {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT naming an hour that does not go with another */
  async execute(tx: Tx, by: StaffPrincipal, storeId: string, rules: ReminderRules): Promise<void> {
    const fault = faultOfReminders(rules);
    if (fault) refuseField(fault.field, fault.words);
    await saveReminderRules(tx, storeId, rules, { staffId: by.staffId, at: this.clock.now() });
    await this.audit.record(tx, {
      ...{ actor: by, action: 'reminders.changed', detail: { ...rules } },
      subject: { kind: 'store', id: storeId },
    });
  }
}
