import { Injectable, type OnModuleInit } from '@nestjs/common';
import { couponById, type Coupon } from '../coupons/index.js';
import { CustomerQueries, CustomerRepository } from '../customers/index.js';
import {
  automationById,
  choiceOf,
  type Automation,
  type MarketingChoice,
} from '../marketing/index.js';
import type { CouponGivenPayload } from '../../events/index.js';
import { Clock, HOME_ZONE } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import {
  EventSubscriptions,
  JobQueue,
  JobRegistry,
  type JobContext,
} from '../../platform/jobs/index.js';
import { beginMessage } from './begin-message.js';
import { messagesAbout, type MessageChannel, type MessageState } from './data/messages.js';
import { couponMessage, couponText } from './rules/coupon-message.js';
import { tellableFrom } from './rules/quiet-hours.js';
import { SendMessage } from './send-message.js';
import { SendText, type Kept } from './send-text.js';
import { MOST_TRIES, tellByWays } from './tell-by-ways.js';

/** Tells of a coupon when the night is over. */
const LATER_QUEUE = 'notifications.coupon';
interface LaterPayload {
  readonly couponId: string;
  readonly automationId: string;
}

interface Gift {
  readonly coupon: Coupon;
  readonly automation: Automation;
}

/**
 * Tells a client of a coupon that an automation gave her: by subscribe message; where none reaches her by text message,
 * where that does not by a call of the desk; each only if the automation says so and she agreed to it. Each way that was
 * tried is a message with its fate.
 */
@Injectable()
export class TellCoupon implements OnModuleInit {
  constructor(
    private readonly subscriptions: EventSubscriptions,
    private readonly registry: JobRegistry,
    private readonly jobs: JobQueue,
    private readonly customers: CustomerRepository,
    private readonly files: CustomerQueries,
    private readonly sendMessage: SendMessage,
    private readonly sendText: SendText,
    private readonly config: Config,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subscriptions.register({
      ...{ name: 'tell-coupon', topics: ['coupon.given'], maxAttempts: MOST_TRIES },
      handle: ({ subjectId, payload }, context) => {
        const { automationId } = payload as CouponGivenPayload;
        return this.#handle({ couponId: subjectId, automationId }, context);
      },
    });
    this.registry.register<LaterPayload>({
      ...{ queue: LATER_QUEUE, maxAttempts: MOST_TRIES },
      run: (payload, context) => this.#handle(payload, context),
    });
  }

  async #handle(payload: LaterPayload, { attempt }: JobContext): Promise<void> {
    const now = this.clock.now();
    const runAt = tellableFrom(now, this.config.tellHours, HOME_ZONE);
    if (runAt > now) {
      const dedupeKey = `tell-coupon:${payload.couponId}:${runAt.toISOString()}`;
      const job = { queue: LATER_QUEUE, payload, runAt, dedupeKey };
      return this.unitOfWork.run((tx) => this.jobs.add(tx, job));
    }
    const coupon = await couponById(this.database, payload.couponId);
    const automation = await automationById(this.database, payload.automationId);
    if (coupon && automation) await this.#tell({ coupon, automation }, attempt >= MOST_TRIES);
  }

  /** @param isLast a way that does not work now is given up for the next one */
  async #tell(gift: Gift, isLast: boolean): Promise<void> {
    const { bySms, byCall } = gift.automation;
    const tried = new Set(
      (await messagesAbout(this.database, [gift.coupon.id])).map(({ channel }) => channel),
    );
    await tellByWays(
      [
        { channel: 'subscribe', go: () => this.#bySubscribe(gift) },
        ...(bySms ? [{ channel: 'sms' as const, go: () => this.#bySms(gift) }] : []),
        ...(byCall ? [{ channel: 'call' as const, go: () => this.#byCall(gift) }] : []),
      ],
      tried,
      isLast,
    );
  }

  #bySubscribe({ coupon, automation }: Gift): Promise<MessageState> {
    return this.sendMessage.execute({
      ...this.#about(coupon, automation, 'subscribe'),
      templateId: this.config.wechat.templates.coupon,
      page: `packages/coupons/detail/index?id=${coupon.id}`,
      data: () => couponMessage(coupon, automation.words),
      withheld: async (tx) => (await this.#standing(tx, coupon)).withheld,
    });
  }

  #bySms({ coupon, automation }: Gift): Promise<MessageState> {
    return this.sendText.execute({
      ...this.#about(coupon, automation, 'sms'),
      message: (phone) => couponText(coupon, automation.words, phone),
      kept: async (tx) => {
        const { withheld, choice } = await this.#standing(tx, coupon);
        return keptBack(withheld, choice.sms ? null : '顾客没有同意接收短信');
      },
    });
  }

  /** Puts her on the list of those whom the desk calls. */
  async #byCall({ coupon, automation }: Gift): Promise<MessageState> {
    const { customerId } = coupon;
    const file = await this.files.file(this.database, customerId);
    return this.unitOfWork.run(async (tx) => {
      const { withheld, choice } = await this.#standing(tx, coupon);
      const no = choice.calls ? null : '顾客没有同意接听电话';
      const kept = keptBack(withheld, no ?? (file?.phoneMasked ? null : '顾客没有留手机号'));
      const { state } = await beginMessage(tx, {
        ...{ id: newId(), channel: 'call', at: this.clock.now() },
        ...this.#about(coupon, automation, 'call'),
        storeId: file?.homeStoreId ?? coupon.storeId,
        ...(kept ?? { state: 'to_call', reason: null }),
      });
      return state;
    });
  }

  #about(coupon: Coupon, { id: sentForId }: Automation, way: MessageChannel) {
    const { id: aboutId, customerId } = coupon;
    const key = `coupon.given:${aboutId}:${way}`;
    return { key, customerId, appointmentId: null, aboutId, sentForId, kind: 'coupon_given' };
  }

  /** What she wants and whether there is still a coupon to tell of, under the lock of her file. */
  async #standing(
    tx: Tx,
    { id, customerId }: Coupon,
  ): Promise<{ withheld: string | null; choice: MarketingChoice }> {
    await this.customers.lockActive(tx, customerId);
    const choice = await choiceOf(tx, customerId);
    if (choice.optedOut) return { withheld: '顾客不想收到营销', choice };
    const coupon = await couponById(tx, id);
    const isGood =
      coupon !== undefined &&
      ['issued', 'held'].includes(coupon.state) &&
      coupon.expiresAt > this.clock.now();
    return { withheld: isGood ? null : '优惠券已用掉或已失效', choice };
  }
}

/** Withheld comes first: it holds for every way. */
function keptBack(withheld: string | null, notAllowed: string | null): Kept | null {
  if (withheld !== null) return { state: 'withheld', reason: withheld };
  return notAllowed === null ? null : { state: 'not_allowed', reason: notAllowed };
}
