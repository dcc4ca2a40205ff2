import { Injectable } from '@nestjs/common';
import { PlanVisits } from '../care/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { localDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Visit } from './data/visit.js';
import type { Transition } from './rules/transitions.js';

/** Steps after which the visit does not take place. */
const FALLS_THROUGH = new Set<Transition>(['cancel', 'decline', 'no_show', 'expire']);

/** Visits of a care plan follow their visit through its life, always in the transaction that changes it. */
@Injectable()
export class VisitPlanned {
  constructor(private readonly plans: PlanVisits) {}

  /** @throws Refusal as PlanVisits.keep */
  async keep(
    tx: Tx,
    by: Principal,
    { id, customerId, startsAt }: Visit,
    planned: { readonly stepId: string | undefined; readonly serviceIds: readonly string[] },
    timeZone: string,
  ): Promise<void> {
    const { stepId, serviceIds } = planned;
    if (stepId === undefined) return;
    const visit = { id, customerId, serviceIds, day: localDate(startsAt, timeZone) };
    await this.plans.keep(tx, by, visit, stepId);
  }

  /** What a step of a visit does to what it stands for. */
  async follow(tx: Tx, { id }: Visit, step: Transition): Promise<void> {
    if (step === 'complete') await this.plans.done(tx, id);
    if (FALLS_THROUGH.has(step)) await this.plans.giveBack(tx, id);
  }

  /** @throws Refusal CARE_PLAN_TOO_SOON with `earliestOn` */
  move(tx: Tx, { id }: Visit, startsAt: Date, timeZone: string): Promise<void> {
    return this.plans.move(tx, id, localDate(startsAt, timeZone));
  }
}
