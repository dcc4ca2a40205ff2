import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppointmentQueries, type VisitDetail } from '../appointments/index.js';
import { ClientIdentities } from '../identity/index.js';
import type { AppointmentEventPayload, StoredEvent } from '../../events/index.js';
import type { SystemPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { EventSubscriptions } from '../../platform/jobs/index.js';
import { WechatPlatform, WechatRefused, WechatUnavailable } from '../../platform/wechat/index.js';
import { spendConsent } from './data/message-credits.js';
import { insertMessage, lockMessage, setMessageState, type MessageState } from './data/messages.js';
import {
  TEMPLATE_OF,
  appointmentMessage,
  type AppointmentMessageKind,
} from './rules/appointment-message.js';

const SYSTEM: SystemPrincipal = { kind: 'system', name: 'tell-client' };

/** Which news are worth a message, unless the client made them herself. */
const KIND_OF: Readonly<Record<string, AppointmentMessageKind>> = {
  'appointment.confirmed': 'confirmed',
  'appointment.moved': 'changed',
  'appointment.cancelled': 'cancelled',
  'appointment.expired': 'expired',
};

/** WeChat: 43101 no consent left; 40003 an openid it does not know (any more). Neither gets better by trying again. */
const NOT_ALLOWED = new Set([43101, 40003]);
/** WeChat: system busy, and too often; the message was not sent. */
const TRY_AGAIN = new Set([-1, 45009, 45011]);

/** One message about to be sent. */
interface Delivery {
  readonly key: string;
  readonly openid: string;
  readonly templateId: string;
}

/**
 * Tells a client by subscribe message that her visit was confirmed, moved, cancelled or never answered. At most once: the message is
 * written down before WeChat is asked, and where the answer is lost it stays `unknown` rather than being sent twice.
 */
@Injectable()
export class TellClient implements OnModuleInit {
  constructor(
    private readonly subscriptions: EventSubscriptions,
    private readonly appointments: AppointmentQueries,
    private readonly identities: ClientIdentities,
    private readonly wechat: WechatPlatform,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subscriptions.register({
      name: 'tell-client',
      topics: Object.keys(KIND_OF),
      handle: (event) => this.handle(event),
    });
  }

  async handle(event: StoredEvent): Promise<void> {
    const kind = KIND_OF[event.topic];
    const payload = event.payload as AppointmentEventPayload;
    const herOwnDoing = payload.byKind === 'client' && kind !== 'confirmed';
    if (!kind || herOwnDoing) return;
    const visit = await this.appointments.byId(SYSTEM, event.subjectId);
    // That a request was never answered is news although its time has come.
    const over = kind !== 'expired' && visit.startsAt < this.clock.now();
    if (over || isOutdated(visit, kind)) return;
    const key = `${event.topic}:${visit.id}:${payload.version}`;
    const [openid] = await this.identities.openidsOf(this.database, visit.customerId);
    const ready = await this.#begin(visit, kind, key, openid);
    if (!ready || !openid) return;
    const templateId = this.config.wechat.templates[TEMPLATE_OF[kind]];
    await this.#send(visit, kind, { key, openid, templateId });
  }

  /** Writes the message down; false when it was already dealt with or cannot be sent. */
  async #begin(
    visit: VisitDetail,
    kind: AppointmentMessageKind,
    key: string,
    openid: string | undefined,
  ): Promise<boolean> {
    const at = this.clock.now();
    const fresh = {
      id: newId(),
      key,
      customerId: visit.customerId,
      appointmentId: visit.id,
      kind,
      at,
      ...(openid
        ? { channel: 'subscribe' as const, state: 'sending' as const, reason: null }
        : {
            channel: 'none' as const,
            state: 'not_allowed' as const,
            reason: '顾客没有用小程序登录',
          }),
    };
    return this.unitOfWork.run(async (tx) => {
      if (await insertMessage(tx, fresh)) return openid !== undefined;
      const before = await lockMessage(tx, key);
      if (before?.state === 'failed') {
        await setMessageState(tx, key, { state: 'sending', reason: null, at });
        return true;
      }
      // A run that died between asking WeChat and writing the answer down.
      if (before?.state === 'sending') {
        await setMessageState(tx, key, { state: 'unknown', reason: '发送结果未知', at });
      }
      return false;
    });
  }

  async #send(visit: VisitDetail, kind: AppointmentMessageKind, delivery: Delivery): Promise<void> {
    const { openid, templateId } = delivery;
    const page = `packages/visit/detail/index?id=${visit.id}`;
    try {
      const data = appointmentMessage(visit, kind);
      await this.wechat.sendSubscribeMessage({ openid, templateId, page, data });
      await this.#settle(delivery, 'sent', null, 'one-less');
    } catch (error) {
      await this.#settleFailure(delivery, error);
    }
  }

  async #settleFailure(delivery: Delivery, error: unknown): Promise<void> {
    if (error instanceof WechatRefused) {
      if (NOT_ALLOWED.has(error.errcode)) {
        return this.#settle(delivery, 'not_allowed', '顾客没有允许这类消息', 'none');
      }
      await this.#settle(delivery, 'failed', `微信拒绝（${error.errcode}）`);
      if (TRY_AGAIN.has(error.errcode)) throw error;
      return undefined;
    }
    if (error instanceof WechatUnavailable && error.fault === 'busy') {
      await this.#settle(delivery, 'failed', '微信繁忙，稍后再试');
      throw error;
    }
    // Whatever else broke, the message may have gone out.
    await this.#settle(delivery, 'unknown', '发送结果未知');
    if (!(error instanceof WechatUnavailable)) throw error;
    return undefined;
  }

  async #settle(
    { key, openid, templateId }: Delivery,
    state: MessageState,
    reason: string | null,
    consent?: 'one-less' | 'none',
  ): Promise<void> {
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      await setMessageState(tx, key, { state, reason, at });
      if (consent) await spendConsent(tx, openid, templateId, consent, at);
    });
  }
}

/** News of a visit that was called off meanwhile: jobs come in no promised order, and this would be the last word. */
function isOutdated(visit: VisitDetail, kind: AppointmentMessageKind): boolean {
  const saysItIsOver = kind === 'cancelled' || kind === 'expired';
  return !saysItIsOver && ['cancelled', 'no_show', 'expired'].includes(visit.state);
}
