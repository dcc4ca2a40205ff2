import { Injectable } from '@nestjs/common';
import type { LeftOut } from '@yance/shared-types';
import { IssueCoupon } from '../coupons/index.js';
import { CustomerRepository } from '../customers/index.js';
import { Clock, addDays, type LocalDate } from '../../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { CouponEvent } from '../../events/index.js';
import type { Verdict } from './birthday-round.js';
import { versionOf, type Automation } from './data/automations.js';
import { choiceOf } from './data/choices.js';
import { grantedOf, insertGrant, takeOfYear } from './data/grants.js';
import { mostSaved } from './rules/worth.js';

const REASONS: Readonly<Record<string, LeftOut>> = {
  COUPON_CAP_REACHED: 'cap_reached',
  COUPON_NOT_OFFERED: 'not_offered',
  COUPON_SOLD_OUT: 'not_offered',
  COUPON_TEMPLATE_NOT_FOUND: 'not_offered',
  // Joined to another file in between: that one is asked for itself.
  CLIENT_MERGED: 'had_it',
};

/** Undoes a transaction whose client gets nothing after all. */
class GivenUp extends Error {
  constructor(readonly leftOut: LeftOut) {
    super(leftOut);
  }
}

/** Somebody switched the automation off or set it otherwise: nothing more is given by what it was. */
export class AutomationChanged extends Error {
  constructor() {
    super('the automation was changed while it ran');
    this.name = 'AutomationChanged';
  }
}

/** Gives one client her birthday coupon, in a transaction of its own: exactly once, whoever else is at it. */
@Injectable()
export class GiveBirthdayCoupon {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly issue: IssueCoupon,
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @returns why she got nothing after all; null when she got hers @throws AutomationChanged */
  async execute(automation: Automation, verdict: Verdict, day: LocalDate): Promise<LeftOut | null> {
    try {
      await this.unitOfWork.run((tx) => this.#give(tx, automation, verdict, day));
      return null;
    } catch (error) {
      if (error instanceof GivenUp) return error.leftOut;
      const known = error instanceof Refusal ? REASONS[error.code] : undefined;
      if (known === undefined) throw error;
      return known;
    }
  }

  async #give(tx: Tx, automation: Automation, verdict: Verdict, day: LocalDate): Promise<void> {
    const { id: automationId, templateId, name, daysAfter } = automation;
    const { customerId, birthday, birthdayOn } = verdict;
    if ((await versionOf(tx, automationId)) !== automation.version) throw new AutomationChanged();
    await this.customers.lockActive(tx, customerId);
    // What was read page by page may have changed before the lock.
    if ((await choiceOf(tx, customerId)).optedOut) throw new GivenUp('opted_out');
    const of = { birthdayYear: birthday.year, birthdayOn };
    const had = await grantedOf(tx, automationId, of, [customerId]);
    if (had.has(customerId)) throw new GivenUp('had_it');
    const coupon = await this.issue.execute(tx, {
      ...{ templateId, customerId, source: 'rule' },
      by: { kind: 'system', id: automationId, name },
      issueKey: `birthday:${automationId}:${customerId}:${birthday.year}`,
      days: { from: day, until: addDays(birthdayOn, daysAfter) },
    });
    const worthFen = mostSaved(coupon.terms);
    const isMine = await insertGrant(tx, {
      ...{ automationId, customerId, ...of, worthFen },
      ...{ couponId: coupon.id, storeId: coupon.storeId, grantedOn: day },
      grantedAt: this.clock.now(),
    });
    if (!isMine) throw new GivenUp('had_it');
    const event: CouponEvent = {
      ...{ topic: 'coupon.given', subjectId: coupon.id, payload: { customerId, automationId } },
    };
    await this.outbox.add(tx, event);
    // Last, because whoever gives next waits for this row.
    const budget = { count: automation.budgetCount, fen: automation.budgetFen };
    if (budget.fen !== null && worthFen === null) throw new GivenUp('budget_fen');
    const year = Number(day.slice(0, 4));
    const spent = await takeOfYear(tx, automationId, year, worthFen ?? 0, budget);
    if (spent) throw new GivenUp(spent);
  }
}
