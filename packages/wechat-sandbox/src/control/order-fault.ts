import { FAULT_KINDS, type FaultKind, type FaultOrder } from '../faults/fault.js';
import type { FaultInjector, PendingFault } from '../faults/fault-injector.js';
import { BadInput, Fields } from '../http/input.js';
import { isObject, type JsonObject } from '../http/raw-body.js';
import { TAMPERED_FIELDS } from '../pay/notify/letter.js';
import { OUT_TRADE_NO } from '../pay/orders/prepay.js';
import { PAY_CODES } from '../pay/wire/errors.js';

const FIELDS = [
  ...['path', 'kind', 'times', 'afterAccepting', 'delayMs', 'errcode', 'errmsg'],
  ...['code', 'field', 'signed', 'content', 'outTradeNo'],
];
const SLOW_MS = 3_000;
const TIMEOUT_MS = 60_000;

/**
 * Reads and takes the order {path, kind, times?, afterAccepting?, delayMs?, errcode?, errmsg?, code?, field?, signed?,
 * content?, outTradeNo?}.
 * @throws BadInput naming each wrong field
 */
export function orderFault(faults: FaultInjector, body: JsonObject): PendingFault {
  const fields = new Fields(body);
  fields.onlyThese(FIELDS);
  const path = fields.text('path', /^\/\S{0,127}$/, '须是以 / 开头的接口路径或其开头一段');
  const kind = fields.choice('kind', FAULT_KINDS);
  const order: FaultOrder = {
    path,
    kind,
    times: fields.integer('times', { from: 1, to: 10_000, otherwise: 1 }),
    afterAccepting: fields.flag('afterAccepting'),
    delayMs: fields.integer('delayMs', {
      from: 0,
      to: 86_400_000,
      otherwise: kind === 'slow' ? SLOW_MS : TIMEOUT_MS,
    }),
    errcode: fields.integer('errcode', { from: -1, to: 999_999_999, otherwise: 0 }),
    errmsg: fields.optionalText('errmsg', /^.{1,200}$/, '1 至 200 个字符') ?? 'injected fault',
    ...payPart(fields, body, kind, path),
  };
  if (kind === 'errcode' && body['errcode'] === undefined) {
    fields.reject('errcode', '必填，kind 为 errcode 时给出错误码', null);
  }
  if (kind === 'expiredToken' && order.afterAccepting) {
    fields.reject('afterAccepting', 'expiredToken 总在办理之前生效', null);
  }
  if (path !== '') {
    const targets = faults.targetsUnder(path);
    if (targets.length === 0) fields.reject('path', '没有以它开头的接口', null);
    else if (!targets.some((target) => target.kinds.includes(kind))) {
      fields.reject('kind', '以它开头的接口没有这种故障', null);
    }
  }
  fields.check();

  const taken = faults.order(order);
  if (taken === undefined) {
    throw new BadInput([
      { field: 'path', message: '等待中的故障太多，请先 DELETE /_sandbox/faults' },
    ]);
  }
  return taken;
}

/** What only faults of WeChat Pay have; each field only where it means something. */
function payPart(
  fields: Fields,
  body: JsonObject,
  kind: FaultKind,
  path: string,
): Pick<FaultOrder, 'code' | 'field' | 'signed' | 'content' | 'outTradeNo'> {
  const ofNotice = path.startsWith('/notify');
  const { content } = body;
  if (kind === 'content' && !isObject(content)) fields.reject('content', '必填，须是对象', null);
  return {
    ...(kind === 'payError' ? { code: fields.choice('code', PAY_CODES) } : {}),
    ...(kind === 'tamper' && ofNotice ? { field: fields.choice('field', TAMPERED_FIELDS) } : {}),
    ...(kind === 'tamper' && ofNotice ? { signed: fields.flag('signed') } : {}),
    ...(kind === 'content' && isObject(content) ? { content } : {}),
    ...(ofNotice
      ? { outTradeNo: fields.optionalText('outTradeNo', OUT_TRADE_NO, '6 至 32 位的商户订单号') }
      : {}),
  };
}
