import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { ConsentQueries, HealthQueries, type HealthAlert } from '../care/index.js';
import { TreatmentQueries, type OpenRecord } from '../treatments/index.js';
import type { AlertFacts } from './rules/alerts.js';

/** What speaks of a client's care, as somebody may see it. */
export interface CareSight {
  /** In words for those who treat; for others one that says nothing of health, and nothing for who neither books nor bills. */
  readonly cautions: NonNullable<AlertFacts['cautions']>;
  /** The record of her latest visit that has one; null too for whoever may not read it. */
  readonly lastTreatment: OpenRecord | null;
}

/** For whoever neither books, plans, bills nor treats. */
export const NOTHING_OF_CARE: CareSight = { cautions: [], lastTreatment: null };

/** Reads health and treatments for views of a client. Whoever reads words leaves an entry in the same transaction. */
@Injectable()
export class ReadCare {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly health: HealthQueries,
    private readonly treatments: TreatmentQueries,
    private readonly consents: ConsentQueries,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Titles of what she has not signed and some services ask for: their notices, and the consent to health data, without
   * which nothing of her health may be written. One that she took back is told by the cautions.
   */
  async papersMissing(customerId: string, serviceIds: readonly string[]): Promise<string[]> {
    if (serviceIds.length === 0) return [];
    const { standings } = await this.consents.standings(this.database, customerId, [
      ...new Set(serviceIds),
    ]);
    return standings
      .filter(({ text: { kind }, last, stands }) =>
        kind === 'health' ? last === null : kind === 'notice' && !stands,
      )
      .map(({ text }) => text.title);
  }

  async execute(staff: StaffPrincipal, customerId: string): Promise<CareSight> {
    if (!staff.permissions.has('care.check')) return NOTHING_OF_CARE;
    if (!staff.permissions.has('health.read')) {
      const alerts = await this.health.alerts(this.database, customerId);
      return { cautions: cautionsFor(staff, alerts), lastTreatment: null };
    }
    return this.unitOfWork.run(async (tx) => {
      const alerts = await this.health.alerts(tx, customerId);
      const lastTreatment = (await this.treatments.last(tx, customerId)) ?? null;
      if (alerts.length > 0) {
        const subject = { kind: 'customer', id: customerId };
        await this.audit.record(tx, { actor: staff, action: 'health.read', subject });
      }
      if (lastTreatment)
        await this.treatments.noteRead(tx, staff, customerId, { recordIds: [lastTreatment.id] });
      return { cautions: cautionsFor(staff, alerts), lastTreatment };
    });
  }
}

/** Not even the number of alerts, or how grave they are, tells anything to those who do not treat. */
export function cautionsFor(
  staff: StaffPrincipal,
  alerts: readonly HealthAlert[],
): CareSight['cautions'] {
  if (staff.permissions.has('health.read'))
    return alerts.map(({ severity, words }) => ({ severity, words }));
  return alerts.slice(0, 1).map(({ plainWords }) => ({ severity: 'soft', words: plainWords }));
}
