import { FAULT_KINDS } from '../faults/fault.js';
import type { FaultInjector, PendingFault } from '../faults/fault-injector.js';
import { BadInput, Fields } from '../http/input.js';
import type { JsonObject } from '../http/raw-body.js';

const FIELDS = ['path', 'kind', 'times', 'afterAccepting', 'delayMs', 'errcode', 'errmsg'];
const SLOW_MS = 3_000;
const TIMEOUT_MS = 60_000;

/**
 * Reads and takes the order {path, kind, times?, afterAccepting?, delayMs?, errcode?, errmsg?}.
 * @throws BadInput naming each wrong field
 */
export function orderFault(faults: FaultInjector, body: JsonObject): PendingFault {
  const fields = new Fields(body);
  fields.onlyThese(FIELDS);
  const path = fields.text('path', /^\/\S{0,127}$/, '须是以 / 开头的接口路径或其开头一段');
  const kind = fields.choice('kind', FAULT_KINDS);
  const times = fields.integer('times', { from: 1, to: 10_000, otherwise: 1 });
  const afterAccepting = fields.flag('afterAccepting');
  const delayMs = fields.integer('delayMs', {
    from: 0,
    to: 600_000,
    otherwise: kind === 'slow' ? SLOW_MS : TIMEOUT_MS,
  });
  const errcode = fields.integer('errcode', { from: -1, to: 999_999_999, otherwise: 0 });
  const errmsg = fields.optionalText('errmsg', /^.{1,200}$/, '1 至 200 个字符') ?? 'injected fault';

  if (kind === 'errcode' && body['errcode'] === undefined) {
    fields.reject('errcode', '必填，kind 为 errcode 时给出错误码', null);
  }
  if (kind === 'expiredToken' && afterAccepting) {
    fields.reject('afterAccepting', 'expiredToken 总在办理之前生效', null);
  }
  if (path !== '') {
    const targets = faults.targetsUnder(path);
    if (targets.length === 0) fields.reject('path', '没有以它开头的接口', null);
    else if (kind === 'expiredToken' && !targets.some((target) => target.takesToken)) {
      fields.reject('kind', '这个接口不用 access_token', null);
    }
  }
  fields.check();

  const taken = faults.order({ path, kind, times, afterAccepting, delayMs, errcode, errmsg });
  if (taken === undefined) {
    throw new BadInput([
      { field: 'path', message: '等待中的故障太多，请先 DELETE /_sandbox/faults' },
    ]);
  }
  return taken;
}
