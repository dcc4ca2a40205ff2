import {
  createSandbox,
  TEMPLATES,
  type Clock,
  type Merchant,
  type Sandbox,
} from '../../src/index.js';

export const APPID = 'wx1234567890abcdef';
export const SECRET = '0123456789abcdef0123456789abcdef';
export const CONFIRMED = TEMPLATES.appointmentConfirmed;

/** A clock that stands still until it is moved. */
export class HandClock implements Clock {
  private time = Date.parse('2026-03-02T02:00:00Z');

  now(): Date {
    return new Date(this.time);
  }

  advance(by: { seconds?: number; minutes?: number; hours?: number }): void {
    const { seconds = 0, minutes = 0, hours = 0 } = by;
    this.time += ((hours * 60 + minutes) * 60 + seconds) * 1000;
  }
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Record<string, unknown>;
}

/** A listening sandbox with short ways to do what a phone, a server and a tester do. */
export class Rig {
  readonly clock = new HandClock();
  private readonly sandbox: Sandbox;
  /** A token that was good at that time, so that not every call asks for one. */
  private good: { readonly token: string; readonly at: number } | undefined;

  constructor(merchant?: Merchant) {
    this.sandbox = createSandbox({ appid: APPID, secret: SECRET, clock: this.clock, merchant });
  }

  get url(): string {
    return this.sandbox.url;
  }

  async start(): Promise<void> {
    await this.sandbox.listen();
  }

  stop(): Promise<void> {
    return this.sandbox.close();
  }

  async call(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(this.url + path, {
      method,
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? '',
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    };
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  post(path: string, body: unknown): Promise<Answer> {
    if (path === '/_sandbox/reset') this.good = undefined;
    return this.call('POST', path, body);
  }

  async loginCode(openid: string): Promise<string> {
    return textOf(await this.post('/_sandbox/login-code', { openid }), 'code');
  }

  async phoneCode(phone: string, countryCode?: string): Promise<string> {
    return textOf(await this.post('/_sandbox/phone-code', { phone, countryCode }), 'code');
  }

  /** jscode2session; `changes` replaces or, with an empty text, removes a parameter. */
  session(code: string, changes: Record<string, string> = {}): Promise<Answer> {
    const query = new URLSearchParams({
      appid: APPID,
      secret: SECRET,
      js_code: code,
      grant_type: 'authorization_code',
      ...changes,
    });
    for (const [name, value] of Object.entries(changes)) if (value === '') query.delete(name);
    return this.get(`/sns/jscode2session?${query.toString()}`);
  }

  stableToken(changes: Record<string, unknown> = {}): Promise<Answer> {
    return this.post('/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: APPID,
      secret: SECRET,
      ...changes,
    });
  }

  async token(changes: Record<string, unknown> = {}): Promise<string> {
    return textOf(await this.stableToken(changes), 'access_token');
  }

  private async goodToken(): Promise<string> {
    const at = this.clock.now().getTime();
    if (this.good?.at !== at) this.good = { token: await this.token(), at };
    return this.good.token;
  }

  phoneNumber(token: string, code: string): Promise<Answer> {
    return this.post(`/wxa/business/getuserphonenumber?access_token=${token}`, { code });
  }

  subscribe(openid: string, result = 'accept', templateId = CONFIRMED.id): Promise<Answer> {
    return this.post('/_sandbox/subscribe', { openid, templateId, result });
  }

  send(token: string, openid: string, changes: Record<string, unknown> = {}): Promise<Answer> {
    return this.post(`/cgi-bin/message/subscribe/send?access_token=${token}`, {
      touser: openid,
      template_id: CONFIRMED.id,
      page: 'pages/appointment/detail?id=01J',
      data: messageData(),
      miniprogram_state: 'formal',
      lang: 'zh_CN',
      ...changes,
    });
  }

  /** POSTs to an interface of the platform with a good token. */
  async api(path: string, body: unknown): Promise<Answer> {
    return this.post(`${path}?access_token=${await this.goodToken()}`, body);
  }

  /** GETs from an interface of the platform with a good token. */
  async ask(path: string, query: Record<string, string> = {}): Promise<Answer> {
    const all = new URLSearchParams({ access_token: await this.goodToken(), ...query });
    return this.get(`${path}?${all.toString()}`);
  }

  /** Opens the mini-program as this person. */
  visit(openid: string): Promise<Answer> {
    return this.post('/_sandbox/visit', { openid });
  }

  /** Sets the app's limit of an interface. */
  limit(path: string, window: string, limit: number | null): Promise<Answer> {
    return this.post('/_sandbox/quotas', { path, window, limit });
  }

  async items(path: string): Promise<Record<string, unknown>[]> {
    return (await this.get(path)).body['items'] as Record<string, unknown>[];
  }
}

/** Waits until something is so; each look lets the servers work. */
export async function eventually<T>(
  look: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise(setImmediate);
  }
}

/** Valid values for an appointment template. */
export function messageData(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    thing1: { value: '深层补水护理' },
    time2: { value: '2026年3月5日 14:30' },
    thing3: { value: '颜册·静安店' },
    thing4: { value: '林晓' },
    phrase5: { value: '已确认' },
    ...changes,
  };
}

export function errcodeOf(answer: Answer): unknown {
  return answer.body['errcode'];
}

function textOf(answer: Answer, field: string): string {
  const value = answer.body[field];
  if (typeof value !== 'string') throw new Error(`no ${field} in ${JSON.stringify(answer)}`);
  return value;
}
