import { api, textIn, WxFailure, type Area, type Options, type WxContext } from './api.js';

/** WeChat waits this long unless told. */
const TIMEOUT_MS = 60_000;

/** wx.request over real HTTP: any status is a success, only a missing answer fails. */
export function network({ recorder, host }: WxContext): Area {
  const request = (options: Options) => {
    let aborted = false;
    const send = api(recorder, 'request', async () => {
      const answer = await host.http({ ...wireOf(options), timeoutMs: timeoutOf(options) });
      if (aborted) throw new WxFailure('abort');
      if ('failure' in answer) throw new WxFailure(answer.failure, { errno: 5 });
      return {
        statusCode: answer.status,
        header: answer.headers,
        cookies: [],
        data: options['dataType'] === 'text' ? answer.body : parsed(answer.body),
      };
    });
    const result = send(options);
    const task = {
      abort: () => void (aborted = true),
      onHeadersReceived: ignore,
      offHeadersReceived: ignore,
      onChunkReceived: ignore,
      offChunkReceived: ignore,
    };
    // With callbacks WeChat gives a task, without them a promise that carries the task's functions.
    return result instanceof Promise ? Object.assign(result, task) : task;
  };
  return { request };
}

const ignore = () => undefined;

function wireOf(options: Options) {
  const method = typeof options['method'] === 'string' ? options['method'].toUpperCase() : 'GET';
  const headers = {
    'content-type': 'application/json',
    ...(options['header'] as Record<string, string> | undefined),
  };
  const url = textIn(options, 'url');
  const { data } = options;
  if (data === undefined) return { method, url, headers };
  if (method === 'GET') return { method, url: withQuery(url, data), headers };
  return { method, url, headers, body: typeof data === 'string' ? data : JSON.stringify(data) };
}

function withQuery(url: string, data: unknown): string {
  if (typeof data !== 'object' || data === null) return url;
  const query = new URLSearchParams(data as Record<string, string>).toString();
  return query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url;
}

const timeoutOf = ({ timeout }: Options): number =>
  typeof timeout === 'number' ? timeout : TIMEOUT_MS;

/** WeChat parses whatever looks like JSON and hands the rest on as text. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
