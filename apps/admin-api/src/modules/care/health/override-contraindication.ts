import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { CareOverrides, type CareContext } from './data/care-overrides.js';
import type { CareFinding } from './rules/judge.js';

export interface OverrideRequest {
  readonly customerId: string;
  readonly findings: readonly CareFinding[];
  readonly reason: string;
  readonly by: StaffPrincipal;
  readonly approver: Pick<StaffPrincipal, 'staffId' | 'name' | 'permissions'>;
  readonly context: CareContext;
}

/** Keeps that two people answer for going on in spite of hard findings: what, why and both names. */
@Injectable()
export class OverrideContraindication {
  constructor(
    private readonly overrides: CareOverrides,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal FORBIDDEN unless she may decide it, SECOND_PERSON_NEEDED when both are one */
  async execute(tx: Tx, request: OverrideRequest): Promise<string> {
    const { customerId, findings, reason, by, approver, context } = request;
    if (!approver.permissions.has('health.override-decide')) refuse('FORBIDDEN');
    if (approver.staffId === by.staffId) refuse('SECOND_PERSON_NEEDED');
    const words = { reason, findings: findings.map(({ code, words }) => ({ code, words })) };
    const names = { given: by, approved: approver, at: this.clock.now() };
    const id = await this.overrides.insert(tx, customerId, context, words, names);
    await this.audit.record(tx, {
      ...{ actor: by, action: 'care.overridden', subject: { kind: 'customer', id: customerId } },
      detail: {
        overrideId: id,
        context: context.kind,
        contextId: context.id,
        approvedBy: approver.staffId,
      },
    });
    return id;
  }
}
