import { ZONES } from '@yance/shared-types';
import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { CareSheets } from './data/sheets.js';
import { HealthAccess } from '../health/health-access.js';
import { RequireVisit, requirePast } from './require-visit.js';
import type { FormulaContents } from './rules/formula.js';

export interface FormulaDraft {
  /** The local day. */
  readonly on: string;
  readonly appointmentId: string | null;
  readonly contents: FormulaContents;
}

/** Writes down what a client's hair was coloured with. */
@Injectable()
export class WriteFormula {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly sheets: CareSheets,
    private readonly health: HealthAccess,
    private readonly visits: RequireVisit,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns its id. @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, HEALTH_CONSENT_MISSING, INVALID_INPUT */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    customerId: string,
    { on: madeOn, appointmentId, contents }: FormulaDraft,
  ): Promise<string> {
    const owner = await this.customers.lockActive(tx, customerId);
    await this.health.requireConsent(tx, owner);
    const at = this.clock.now();
    requirePast(madeOn, at);
    const strange = contents.zones.findIndex((key) => !ZONES.hair.some((one) => one.key === key));
    if (strange >= 0) refuseField(`contents.zones.${strange}`, '没有这个部位');
    await this.visits.require(tx, customerId, appointmentId);
    const sheet = {
      ...{ id: newId(), customerId, kind: 'formula' as const, appointmentId, madeOn },
      ...{ released: false, version: 1 },
    };
    const { parts, ratio, developerPercent, minutes, zones, remark } = contents;
    const kept = { parts, ratio, developerPercent, minutes, zones, remark: remark.trim() };
    await this.sheets.insert(tx, sheet, kept, { ...staff, at });
    const subject = { kind: 'customer', id: customerId };
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'formula.written', subject, detail: { formulaId: sheet.id } },
    });
    return sheet.id;
  }
}
