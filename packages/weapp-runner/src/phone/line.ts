import type { Host, WireOutcome, WireRequest } from '../protocol.js';

/** Which calls a fault spoils. */
export interface CallFilter {
  readonly method: string;
  readonly path: RegExp;
}

/** One call that the bundle made. */
export interface LineCall {
  readonly method: string;
  /** As the bundle wrote it. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Status of the answer that came; 0 when none did, or when it was lost on the way. */
  readonly status: number;
}

interface Fault extends CallFilter {
  readonly kind: 'lost-answer' | 'never-sent';
  left: number;
}

/**
 * Everything that goes over the air: real HTTP from the test process, so that no browser rule stands in between, with
 * WeChat's list of allowed domains and with faults that a test orders.
 */
export class Line implements Host {
  private readonly faults: Fault[] = [];
  /** False is flight mode: no call leaves the phone. */
  online = true;
  /** Calls of the bundle in the order in which they ended. */
  readonly calls: LineCall[] = [];

  /**
   * @param domains where each origin that the bundle may call is really served; `*` stands for any origin. An origin
   *   that is not listed fails as on a phone whose domain list lacks it.
   */
  constructor(private readonly domains: Readonly<Record<string, string>>) {}

  /** The next `times` fitting calls are carried out, but their answers get lost. */
  loseAnswers(filter: CallFilter, times = 1): void {
    this.faults.push({ ...filter, kind: 'lost-answer', left: times });
  }

  /** The next `times` fitting calls never reach the server. */
  dropCalls(filter: CallFilter, times = 1): void {
    this.faults.push({ ...filter, kind: 'never-sent', left: times });
  }

  async http(request: WireRequest): Promise<WireOutcome> {
    if (!this.online)
      return { failure: '(-1, errno:600001, errmsg:net::ERR_INTERNET_DISCONNECTED)' };
    if (request.privileged) return send(request, request.url);
    const outcome = await this.asBundle(request);
    const status = 'status' in outcome ? outcome.status : 0;
    const { method, url, headers } = request;
    this.calls.push({ method, url, headers, status });
    return outcome;
  }

  private async asBundle(request: WireRequest): Promise<WireOutcome> {
    const asked = new URL(request.url);
    const served = this.domains[asked.origin] ?? this.domains['*'];
    if (served === undefined) return { failure: 'url not in domain list' };
    const fault = this.faultFor(request.method, asked.pathname);
    if (fault !== 'never-sent') {
      const outcome = await send(request, `${served}${asked.pathname}${asked.search}`);
      if (!fault) return outcome;
    }
    return { failure: '(-100, errno:600001, errmsg:net::ERR_CONNECTION_RESET)' };
  }

  private faultFor(method: string, path: string): Fault['kind'] | undefined {
    const fault = this.faults.find(
      (one) => one.left > 0 && one.method === method && one.path.test(path),
    );
    if (fault) fault.left -= 1;
    return fault?.kind;
  }
}

async function send(request: WireRequest, url: string): Promise<WireOutcome> {
  try {
    const response = await fetch(url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      signal: AbortSignal.timeout(request.timeoutMs),
    });
    const headers = Object.fromEntries(response.headers) as Record<string, string>;
    return { status: response.status, headers, body: await response.text() };
  } catch (error) {
    const timeout = error instanceof Error && error.name === 'TimeoutError';
    return { failure: timeout ? 'timeout' : `(-102, errmsg:${String(error)})` };
  }
}
