import { Injectable } from '@nestjs/common';
import type { CouponSource } from '@yance/shared-types';
import { CustomerQueries, CustomerRepository } from '../customers/index.js';
import { Ledger, ofCustomer, ofHouse, type Posted } from '../ledger/index.js';
import { Clock } from '../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { appendChange } from './data/changes.js';
import { couponById, couponByKey, hadOf, insertCoupon, type Coupon } from './data/coupons.js';
import { takeOne, templateById, type Template } from './data/templates.js';
import { itemNamesOf, namesOfItems } from './item-names.js';
import { termsOf } from './rules/coupon-terms.js';
import { validDays, type ValidDays } from './rules/validity.js';
import { actorOf, endOf, storeDay, type By, type StoreDay } from './who-and-when.js';

export interface IssueRequest {
  readonly templateId: string;
  readonly customerId: string;
  readonly source: CouponSource;
  readonly by: By;
  /** What a rule issues it for: the same key never issues twice. At most 120 ASCII characters. */
  readonly issueKey?: string;
  /** The store that gives it; else the client's own, else the first in which it is good. */
  readonly storeId?: string;
  /** Where the rule knows better than the template when it is good, such as around a lunar birthday. */
  readonly days?: ValidDays;
}

/** Everything a new coupon is made of but its number. */
interface Making {
  readonly id: string;
  readonly template: Template;
  readonly request: IssueRequest;
  readonly day: StoreDay;
  readonly days: ValidDays;
}

/** Gives a client a coupon. The client's file, then the template, then her ledger account are locked. */
@Injectable()
export class IssueCoupon {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly files: CustomerQueries,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * With an issue key that was used before, the coupon that it issued then.
   * @throws Refusal COUPON_TEMPLATE_NOT_FOUND, COUPON_NOT_OFFERED, COUPON_SOLD_OUT, COUPON_CAP_REACHED,
   *   COUPON_NO_BIRTHDAY, CLIENT_NOT_FOUND, CLIENT_MERGED; IDEMPOTENCY_KEY_REUSED for another client's key
   */
  async execute(tx: Tx, request: IssueRequest): Promise<Coupon> {
    const { templateId, customerId, issueKey } = request;
    // Issues to one client come one after the other, and none to a file that is being joined to another.
    await this.customers.lockActive(tx, customerId);
    const before = issueKey === undefined ? undefined : await couponByKey(tx, issueKey);
    if (before) return before.customerId === customerId ? before : refuse('IDEMPOTENCY_KEY_REUSED');
    const template = await this.#take(tx, request);
    const had = (await hadOf(tx, customerId, [templateId])).get(templateId) ?? 0;
    if (template.perClientCap !== null && had >= template.perClientCap)
      refuse('COUPON_CAP_REACHED', { extras: { perClientCap: template.perClientCap } });
    const { homeStoreId, birthday } =
      (await this.files.file(tx, customerId)) ?? refuse('CLIENT_NOT_FOUND');
    const storeId = request.storeId ?? storeOf(template, homeStoreId);
    const day = await storeDay(tx, storeId, this.clock.now());
    const birthMonth = birthday?.calendar === 'solar' ? birthday.month : null;
    const days = request.days ?? validDays(template, day.today, birthMonth);
    if (days === undefined) return refuse('COUPON_NO_BIRTHDAY');
    if (days === 'over') return refuse('COUPON_NOT_OFFERED');
    return this.#make(tx, { id: newId(), template, request, day, days }, had + 1);
  }

  /** One of what is left. The row stays locked, so that what is read of it afterwards is what was taken. */
  async #take(tx: Tx, { templateId, source }: IssueRequest): Promise<Template> {
    const taken = await takeOne(tx, templateId);
    const template = (await templateById(tx, templateId)) ?? refuse('COUPON_TEMPLATE_NOT_FOUND');
    const offered = template.state === 'on' && (source !== 'claim' || template.claimable);
    if (!offered) refuse('COUPON_NOT_OFFERED');
    return taken ? template : refuse('COUPON_SOLD_OUT');
  }

  async #make(tx: Tx, making: Making, seq: number): Promise<Coupon> {
    const { id, template, request, day, days } = making;
    const { customerId, source, issueKey } = request;
    const posted = await this.#post(tx, making);
    const names = await namesOfItems(tx, [template]);
    const at = this.clock.now();
    try {
      await insertCoupon(tx, {
        ...{ id, templateId: template.id, templateVersion: template.version, customerId, seq },
        ...{
          issueKey: issueKey ?? null,
          source,
          terms: termsOf(template, itemNamesOf(template, names)),
        },
        ...{ validFrom: days.from, validUntil: days.until, storeId: day.storeId, issuedAt: at },
        ...{ expiresAt: endOf(days.until, day.timeZone), lotId: lotOf(posted) },
      });
    } catch (error) {
      if (isDuplicateKey(error, 'uq_coupon_issue_key')) refuse('IDEMPOTENCY_KEY_REUSED');
      throw error;
    }
    await appendChange(tx, {
      ...{ couponId: id, customerId: request.customerId, templateId: template.id, action: 'issue' },
      storeId: day.storeId,
      ...{ happenedOn: day.today, billId: null, savedFen: null, reason: null },
      ...{ entryNo: posted.entryNo, by: request.by, at },
    });
    return (await couponById(tx, id)) ?? refuse('COUPON_NOT_FOUND');
  }

  #post(tx: Tx, { id, template, request, day, days }: Making): Promise<Posted> {
    const { customerId, by } = request;
    const { storeId, today } = day;
    return this.ledger.post(tx, {
      ...{ kind: 'coupon_issue', bizKey: id, storeId, effectiveOn: today, actor: actorOf(by) },
      meta: { title: template.name, couponId: id, of: 'coupon' },
      request: { couponId: id },
      legs: [
        {
          debit: ofHouse('CPN_ISSUED', storeId),
          credit: ofCustomer('CPN', customerId),
          ...{ amount: 1, lot: { new: 0 } },
        },
      ],
      newLots: [
        {
          ...{ owner: { kind: 'customer', id: customerId }, storeId, validEverywhere: true },
          ...{ units: 1, paidOn: today, expiresOn: days.until },
        },
      ],
    });
  }
}

/** @throws Error for an entry that made no lot */
export function lotOf({ lotIds: [lotId] }: Posted): number {
  if (lotId === undefined) throw new Error('a coupon has a lot');
  return lotId;
}

function storeOf(template: Template, homeStoreId: string | null): string {
  if (homeStoreId !== null && template.storeIds.includes(homeStoreId)) return homeStoreId;
  const [first] = template.storeIds;
  return first ?? refuse('COUPON_NOT_OFFERED');
}
