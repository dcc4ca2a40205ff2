import { Injectable } from '@nestjs/common';
import { CustomerQueries } from '../../customers/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../../platform/idempotency/index.js';
import { HealthAccess } from './health-access.js';
import { inWords, type ShownFinding } from './rules/shown-finding.js';
import { SecondPairOfEyes, requireReader, type OverrideWish } from './second-pair-of-eyes.js';
import { WhatWasShown, type SealedLook } from './what-was-shown.js';

/** What a second person asks to be shown before she answers for it. */
export type LookWish = Pick<OverrideWish, 'seen' | 'approver'> & SealedLook;

export interface SecondLook {
  readonly findings: readonly ShownFinding[];
  /** Goes with her word. */
  readonly looked: string;
  readonly approverName: string;
}

/** Shows a second person in full what stopped something, so that she answers for what she knows. */
@Injectable()
export class ShowSecondPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly health: HealthAccess,
    private readonly eyes: SecondPairOfEyes,
    private readonly shown: WhatWasShown,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The entry of the look is in her name and not in that of who is signed in. What a repeat is answered by holds no
   * words: they are opened anew.
   * @throws Refusal as SecondPairOfEyes.who; FORBIDDEN when she may not read of health; CLIENT_NOT_FOUND;
   *   HEALTH_CONSENT_MISSING once the client took her consent back; as WhatWasShown.open
   */
  async execute(staff: StaffPrincipal, wish: LookWish, call: IdempotentCall): Promise<SecondLook> {
    const { staffId, name } = await this.idempotent.settle(call, async () => {
      const approver = await this.eyes.who(staff, wish.approver);
      requireReader(approver);
      return this.idempotent.run(call, async (tx) => {
        await this.#open(tx, wish);
        await this.audit.record(tx, {
          actor: { ...staff, ...approver },
          ...{ action: 'health.read', subject: { kind: 'customer', id: wish.clientId } },
          detail: { besideOf: staff.staffId },
        });
        return { staffId: approver.staffId, name: approver.name };
      });
    });
    const findings = await this.unitOfWork.run((tx) => this.#open(tx, wish));
    const looked = this.shown.looked(wish.clientId, staffId, findings);
    return { findings: inWords(findings), looked, approverName: name };
  }

  async #open(tx: Tx, wish: LookWish) {
    if (!(await this.customers.summary(tx, wish.clientId))) refuse('CLIENT_NOT_FOUND');
    if ((await this.health.consent(tx, wish.clientId)) === 'withdrawn')
      refuse('HEALTH_CONSENT_MISSING');
    return this.shown.open(tx, wish, wish.seen);
  }
}
