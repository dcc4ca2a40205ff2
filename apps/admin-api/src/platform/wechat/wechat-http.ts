import { WechatRefused, WechatUnavailable } from './wechat-errors.js';

const TIMEOUT_MS = 5_000;
/** -1: the system is busy, try again. */
const BUSY = -1;

/** An answer of api.weixin.qq.com: always an object; success often omits errcode. */
export type WechatAnswer = Readonly<Record<string, unknown>>;

/** One request. Nothing of it is logged or put into an error: URL and body hold the secret, tokens and codes. */
export interface WechatRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: object;
}

/**
 * Sends a request to WeChat's server API, which answers errors with status 200 too.
 * @throws WechatRefused, WechatUnavailable
 */
export async function callWechat(
  origin: string,
  request: WechatRequest,
  timeoutMs = TIMEOUT_MS,
): Promise<WechatAnswer> {
  const { path, query, body } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  const text = await textFrom(path, signal, () => {
    const search = new URLSearchParams(query).toString();
    return fetch(`${origin}${path}${search === '' ? '' : `?${search}`}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'error',
      signal,
    });
  });
  const answer = parse(path, text);
  const errcode = answer['errcode'];
  if (typeof errcode !== 'number' || errcode === 0) return answer;
  if (errcode === BUSY) throw new WechatUnavailable(path, 'busy');
  throw new WechatRefused(path, errcode);
}

/** The body of a 2xx answer. What fetch throws is dropped: its trace may hold the URL. */
async function textFrom(
  path: string,
  signal: AbortSignal,
  send: () => Promise<Response>,
): Promise<string> {
  let response: Response;
  let text: string;
  try {
    response = await send();
    text = await response.text();
  } catch {
    throw new WechatUnavailable(path, signal.aborted ? 'timeout' : 'network');
  }
  if (!response.ok) throw new WechatUnavailable(path, 'status');
  return text;
}

/** A page of HTML, or JSON that is no object, is no answer. */
function parse(path: string, text: string): WechatAnswer {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null) return answer as WechatAnswer;
  } catch {
    throw new WechatUnavailable(path, 'malformed');
  }
  throw new WechatUnavailable(path, 'malformed');
}

/** @throws WechatUnavailable when a promised text is absent */
export function textOf(path: string, answer: WechatAnswer, member: string): string {
  const value = answer[member];
  if (typeof value !== 'string' || value === '') throw new WechatUnavailable(path, 'malformed');
  return value;
}
