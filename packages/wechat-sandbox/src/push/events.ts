import type { ShippingOrder } from '../state/shipping-orders.js';
import type { Verdict } from '../state/content-rules.js';
import type { PushEvent } from './event.js';

/** The account under which the platform itself sends. */
const PLATFORM = 'sandbox-platform';

export interface SubscribeChoice {
  readonly templateId: string;
  readonly result: 'accept' | 'reject';
}

/** The person answered the question for subscribe messages. */
export function popupEvent(openid: string, choices: readonly SubscribeChoice[]): PushEvent {
  return subscribeEvent(openid, 'popup', 'SubscribeMsgPopupEvent', choices, { PopupScene: '0' });
}

/** The person turned templates off in the settings; turning on is not told. */
export function changeEvent(openid: string, choices: readonly SubscribeChoice[]): PushEvent {
  return subscribeEvent(openid, 'change', 'SubscribeMsgChangeEvent', choices, {});
}

/** A subscribe message reached the phone. */
export function sentEvent(openid: string, templateId: string, msgid: number): PushEvent {
  return {
    event: 'subscribe_msg_sent_event',
    from: openid,
    fields: {},
    list: {
      element: 'SubscribeMsgSentEvent',
      items: [
        { TemplateId: templateId, MsgID: String(msgid), ErrorCode: '0', ErrorStatus: 'success' },
      ],
    },
  };
}

/** The result of media_check_async. @param errcode 0, or -1008 when the address could not be read */
export function mediaCheckEvent(
  appid: string,
  traceId: string,
  verdict: Verdict,
  errcode: number,
): PushEvent {
  const { suggest, label } = verdict;
  const found = { suggest, label };
  return {
    event: 'wxa_media_check',
    from: PLATFORM,
    fields: {
      appid,
      trace_id: traceId,
      version: 2,
      detail: [{ strategy: 'content_model', errcode, ...found, prob: 90 }],
      errcode,
      errmsg: errcode === 0 ? 'ok' : 'download error',
      result: found,
    },
  };
}

/** The app has had a payment and has never shipped. */
export function remindAccessEvent(): PushEvent {
  return {
    event: 'trade_manage_remind_access_api',
    from: PLATFORM,
    fields: { msg: '小程序已产生交易，请尽快接入发货信息管理服务API' },
  };
}

/** An order waits for shipping longer than it may. */
export function remindShippingEvent(order: ShippingOrder): PushEvent {
  return {
    event: 'trade_manage_remind_shipping',
    from: PLATFORM,
    fields: { ...orderFields(order), msg: '订单已超时未发货，请尽快录入发货信息' },
  };
}

/** An order was shipped and will be settled. */
export function settlementAheadEvent(order: ShippingOrder, estimated: Date): PushEvent {
  return settlement(order, { estimated_settlement_time: seconds(estimated) });
}

/** An order was settled. @param confirmedBy 1 by itself, 2 by the person */
export function settledEvent(
  order: ShippingOrder,
  confirmedBy: 1 | 2,
  receivedAt: Date,
  settledAt: Date,
): PushEvent {
  return settlement(order, {
    confirm_receive_method: confirmedBy,
    confirm_receive_time: seconds(receivedAt),
    settlement_time: seconds(settledAt),
  });
}

function subscribeEvent(
  openid: string,
  name: 'popup' | 'change',
  element: string,
  choices: readonly SubscribeChoice[],
  more: Readonly<Record<string, string>>,
): PushEvent {
  const items = choices.map(({ templateId, result }) => ({
    TemplateId: templateId,
    SubscribeStatusString: result,
    ...more,
  }));
  return {
    event: `subscribe_msg_${name}_event`,
    from: openid,
    fields: {},
    list: { element, items },
  };
}

function settlement(order: ShippingOrder, times: Readonly<Record<string, number>>): PushEvent {
  const shippedAt = order.shipment?.finishedAt ?? order.paidAt;
  return {
    event: 'trade_manage_order_settlement',
    from: PLATFORM,
    fields: { ...orderFields(order), shipped_time: seconds(shippedAt), ...times },
  };
}

function orderFields(order: ShippingOrder): Record<string, string | number> {
  return {
    transaction_id: order.transactionId,
    merchant_id: order.mchid,
    sub_merchant_id: '',
    merchant_trade_no: order.outTradeNo,
    pay_time: seconds(order.paidAt),
  };
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
