import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Log } from '../../platform/logging/index.js';
import { WechatPay, type PayNotification } from '../../platform/wechat/index.js';
import { ApplyNotification, factsOf } from './apply-notification.js';
import {
  AlreadyStored,
  insertNotification,
  notificationById,
  type NotificationState,
} from './data/notifications.js';
import { nextTryAt } from './rules/query-schedule.js';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Takes what WeChat tells: proved, kept, applied, and only then acknowledged. */
@Injectable()
export class ReceiveNotification {
  constructor(
    private readonly wechatPay: WechatPay,
    private readonly apply: ApplyNotification,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Keeps and applies one delivery; a repeated one has no second effect.
   * @returns what stands in the inbox now; `refused` is to be answered with an error
   * @throws PayMessageRefused it is not WeChat's: nothing is kept; any other fault: it is kept if the database can
   */
  async execute(headers: Headers, body: Buffer): Promise<NotificationState> {
    const notification = await this.wechatPay.readNotification(headers, body);
    const known = await notificationById(this.database, notification.id);
    if (known && known.state !== 'received') return known.state;
    if (known) return this.apply.kept(known);
    try {
      return await this.unitOfWork.run((tx) => this.#store(tx, notification));
    } catch (error) {
      if (error instanceof AlreadyStored) return this.#stateOf(notification.id);
      await this.#keep(notification, error);
      throw error;
    }
  }

  /** Inbox and effect in one transaction: there is never one without the other. */
  async #store(tx: Tx, notification: PayNotification): Promise<NotificationState> {
    // The order's row is locked first and the inbox's key second, in this order everywhere.
    const { state, reason } = await this.apply.effect(tx, notification, (settled) =>
      this.#insert(tx, notification, settled.state, settled.reason, null),
    );
    if (state === 'refused') {
      this.log.warn('a notification does not agree with our order', {
        id: notification.id,
        reason,
      });
    }
    return state;
  }

  /** It could not be applied: kept by itself, so that what was told is not lost with what failed. */
  async #keep(notification: PayNotification, error: unknown): Promise<void> {
    this.log.error('a notification could not be applied', { id: notification.id, err: error });
    const next = nextTryAt(0, this.clock.now());
    await this.unitOfWork
      .run((tx) => this.#insert(tx, notification, 'received', 'not_applied', next))
      .catch((fault: unknown) => {
        if (fault instanceof AlreadyStored) return;
        this.log.error('a notification could not be kept', { id: notification.id, err: fault });
      });
  }

  #insert(
    tx: Tx,
    notification: PayNotification,
    state: NotificationState,
    reason: string | null,
    next: Date | null,
  ): Promise<void> {
    const receivedAt = this.clock.now();
    const { id, eventType, keySerial } = notification;
    return insertNotification(tx, {
      ...{ id, eventType, keySerial, ...factsOf(notification), state, reason, receivedAt },
      ...{ settledAt: state === 'received' ? null : receivedAt, nextTryAt: next, tries: 0 },
    });
  }

  async #stateOf(id: string): Promise<NotificationState> {
    const stored = await notificationById(this.database, id);
    return stored?.state ?? 'received';
  }
}
