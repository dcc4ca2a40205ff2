import { Injectable } from '@nestjs/common';
import { serviceNames } from '../catalog/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { lockTemplate, putTemplate, type TemplateDraft } from './data/templates.js';

/** Sets what records of a service begin with. Records that are written stay as they are. */
@Injectable()
export class SaveTemplate {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param version the one that was read; 0 where there was none
   * @throws Refusal SERVICE_NOT_FOUND, TREATMENT_TEMPLATE_CHANGED when somebody was faster
   */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    serviceId: string,
    version: number,
    draft: TemplateDraft,
  ): Promise<void> {
    if (!(await serviceNames(tx, [serviceId])).has(serviceId)) refuse('SERVICE_NOT_FOUND');
    const stands = (await lockTemplate(tx, serviceId))?.version ?? 0;
    if (stands !== version) refuse('TREATMENT_TEMPLATE_CHANGED', { extras: { version: stands } });
    const facts = { serviceId, version: version + 1, byName: staff.name };
    await putTemplate(tx, { ...facts, ...tidy(draft), updatedAt: this.clock.now() });
    await this.audit.record(tx, {
      ...{ actor: staff, action: 'treatment-template.saved', detail: { version: version + 1 } },
      subject: { kind: 'service', id: serviceId },
    });
  }
}

const tidy = ({
  parameters,
  products,
  advice,
  homeCare,
  nextAfterDays,
  recordFirst,
}: TemplateDraft): TemplateDraft => ({
  parameters: parameters.map(({ name, unit, usual }) => ({
    ...{ name: name.trim(), unit: unit.trim(), usual: usual.trim() },
  })),
  products: products.map(({ name, amount, unit }) => ({
    ...{ name: name.trim(), amount, unit: unit.trim() },
  })),
  ...{ advice: advice.trim(), homeCare: homeCare.trim(), nextAfterDays, recordFirst },
});
