import { Injectable } from '@nestjs/common';
import {
  CareGate,
  PlanVisits,
  type CareContext,
  type CareQuestion,
  type GrantedOverride,
  type PlannedFor,
} from '../care/index.js';
import type { Principal } from '../../platform/auth/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import type { Visit } from './data/visit.js';

type Subject = Pick<Visit, 'id' | 'customerId' | 'storeId' | 'startsAt'>;

/** Two people's word for a visit, and the visit of a plan that it is to be booked for. */
interface ForVisit {
  readonly override?: GrantedOverride | undefined;
  readonly stepId?: string | undefined;
}

/** A question about a visit, with the visit itself and the plans that it is booked from. */
interface Asked {
  readonly question: CareQuestion;
  readonly context: CareContext;
  readonly also: readonly CareContext[];
}

/** Holds a visit against what its client does not tolerate: when it is booked, moved and started. */
@Injectable()
export class VisitCare {
  constructor(
    private readonly gate: CareGate,
    private readonly plans: PlanVisits,
  ) {}

  /** @throws Refusal CARE_CONTRAINDICATED with `findings`, unless two people answer for it now or did for this visit or its plan */
  async require(
    tx: Tx,
    by: Principal,
    visit: Subject,
    serviceIds: readonly string[],
    plannedFor: PlannedFor,
    { override, stepId }: ForVisit = {},
  ): Promise<void> {
    const { question, context, also } = await this.asked(tx, visit, serviceIds, plannedFor, stepId);
    await this.gate.enforce(tx, { ...question, by, context, also, override });
  }

  /** What is asked of a visit, and where two people's word for it may stand. */
  async asked(
    reader: Reader,
    { id, customerId, storeId, startsAt: start }: Subject,
    serviceIds: readonly string[],
    plannedFor: PlannedFor,
    stepId?: string,
  ): Promise<Asked> {
    const productIds = await this.plans.products(reader, id, stepId);
    return {
      question: {
        ...{ customerId, storeId, start, serviceIds, productIds, plannedFor, subjectId: id },
      },
      context: { kind: 'appointment', id },
      also: await this.plans.contexts(reader, id, stepId),
    };
  }
}
