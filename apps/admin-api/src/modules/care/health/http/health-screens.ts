import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../../platform/auth/index.js';
import type { Tx } from '../../../../platform/database/index.js';
import { CareOverrides } from '../data/care-overrides.js';
import { HealthAccess } from '../health-access.js';
import { HealthQueries, type HealthAlert } from '../health-queries.js';
import type { CareSummaryDto } from './dto/health.dto.js';
import { presentAlerts, presentOverride } from './present-care.js';

/** What stands in a client's health file as screens show it. */
@Injectable()
export class HealthScreens {
  constructor(
    private readonly health: HealthAccess,
    private readonly overrides: CareOverrides,
    private readonly queries: HealthQueries,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Cautions and exceptions: in words for those who treat, for the desk only that there are some. Whoever reads words
   * leaves one entry.
   * @returns the alerts too, as the file has them, for whoever puts them together with others
   */
  async summary(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
  ): Promise<{ readonly alerts: readonly HealthAlert[]; readonly shown: CareSummaryDto }> {
    const isOpen = (await this.health.consent(tx, id)) !== 'withdrawn';
    const inFull = isOpen && staff.permissions.has('health.read');
    const alerts = await this.queries.alerts(tx, id);
    const overrides = await this.overrides.ofClient(tx, id);
    if (inFull && alerts.length + overrides.length > 0) {
      const subject = { kind: 'customer', id };
      await this.audit.record(tx, { actor: staff, action: 'health.read', subject });
    }
    const shown = {
      alerts: presentAlerts(alerts, inFull),
      overrides: overrides.map((one) => presentOverride(one, inFull)),
    };
    return { alerts, shown };
  }
}
