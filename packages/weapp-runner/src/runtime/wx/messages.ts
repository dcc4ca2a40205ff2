import { api, WxFailure, type Area, type WxContext } from './api.js';

/** Clients of all ages take three; newer ones five. */
const MOST_TEMPLATES = 3;

/**
 * wx.requestSubscribeMessage: only inside a tap or after a payment, at most three templates. What the person answers
 * is told to the sandbox, so that its credits are those of the real platform.
 */
export function messages({ recorder, gesture, wechat, answers }: WxContext): Area {
  const ask = async ({ tmplIds }: Record<string, unknown>, inTap: boolean) => {
    const ids = Array.isArray(tmplIds) ? tmplIds.filter((id) => typeof id === 'string') : [];
    if (ids.length === 0) throw new WxFailure("TmplIds can't be empty", { errCode: 10001 });
    if (!inTap) throw new WxFailure('can only be invoked by user TAP gesture.', { errCode: 10005 });
    if (ids.length > MOST_TEMPLATES) {
      throw new WxFailure('Templates count out of max bounds', { errCode: 20003 });
    }
    const result = answers().subscribe;
    await Promise.all(ids.map((id) => wechat.subscribe(id, result)));
    return Object.fromEntries(ids.map((id) => [id, result]));
  };
  return {
    requestSubscribeMessage: api(recorder, 'requestSubscribeMessage', (options) =>
      ask(options, gesture.active),
    ),
  };
}
