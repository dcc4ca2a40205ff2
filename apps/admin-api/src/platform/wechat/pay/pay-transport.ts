import { PayMessageRefused, PayOutcomeUnknown, PayRefused } from './pay-errors.js';
import type { PayKeyRing } from './pay-key-ring.js';
import { requireFresh, requireSignature, signedMessage } from './pay-signature.js';

/** The library has this host built in, and signs what comes after it. */
const BUILT_IN_ORIGIN = 'https://api.mch.weixin.qq.com';
const TIMEOUT_MS = 6_000;
/** An answer is a few hundred bytes; certificates are a few thousand. */
const LARGEST_ANSWER_BYTES = 256 * 1024;

/** What the library is handed back; `data` only ever comes from a verified answer. */
export interface PayAnswer {
  readonly status: number;
  readonly data: Record<string, unknown>;
}

type LibraryHeaders = Record<string, unknown>;

interface Exchange {
  readonly endpoint: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Where requests go, and by what answers are believed. */
export interface TransportParts {
  readonly origin: string;
  readonly ring: PayKeyRing;
  readonly now: () => Date;
  readonly timeoutMs?: number;
}

/**
 * The HTTP service that the library is given instead of its own: another origin, a time limit, kept connections, and
 * every 2xx verified on its raw bytes. Nothing of a request stands in an error: it holds the signature and openids.
 */
export class PayTransport {
  constructor(private readonly parts: TransportParts) {}

  /** @throws PayRefused (4xx), PayOutcomeUnknown (no answer, 5xx, 429, or one that is not WeChat's) */
  get(url: string, headers: LibraryHeaders): Promise<PayAnswer> {
    return this.#verified(url, headers);
  }

  /** As `get`. The body goes out byte for byte as it was signed. */
  post(url: string, params: object, headers: LibraryHeaders): Promise<PayAnswer> {
    return this.#verified(url, headers, JSON.stringify(params));
  }

  /** Files are never sent this way. */
  upload(): Promise<PayAnswer> {
    return Promise.reject(new Error('uploads are not part of payments'));
  }

  /**
   * An answer that is not verified here: bill files are not signed, and certificates bring the key that they are
   * signed with. The caller proves what it read in another way.
   */
  async unverified(
    url: string,
    headers: LibraryHeaders,
  ): Promise<{ body: Buffer; headers: Headers }> {
    const { body, headers: answered } = await this.#exchange(url, headers, undefined, undefined);
    return { body, headers: answered };
  }

  async #verified(url: string, headers: LibraryHeaders, body?: string): Promise<PayAnswer> {
    const serial = await this.parts.ring.serialToAskFor(this.parts.now());
    const exchange = await this.#exchange(url, headers, body, serial);
    await this.#requireGenuine(exchange);
    return { status: exchange.status, data: parse(exchange) };
  }

  async #exchange(
    url: string,
    headers: LibraryHeaders,
    body: string | undefined,
    serial: string | undefined,
  ): Promise<Exchange> {
    const target = url.replace(BUILT_IN_ORIGIN, this.parts.origin);
    const endpoint = endpointOf(target);
    const signal = AbortSignal.timeout(this.parts.timeoutMs ?? TIMEOUT_MS);
    const exchange = await exchangeFrom(endpoint, signal, () =>
      fetch(target, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...(headers as Record<string, string>),
          'user-agent': 'yance',
          ...(serial !== undefined && { 'wechatpay-serial': serial }),
        },
        body,
        redirect: 'error',
        signal,
      }),
    );
    const { status } = exchange;
    if (status === 429) throw new PayOutcomeUnknown(endpoint, 'limited');
    if (status >= 500) throw new PayOutcomeUnknown(endpoint, 'busy');
    if (status < 200 || status > 299) throw new PayRefused(endpoint, status, codeOf(exchange));
    return exchange;
  }

  async #requireGenuine({ endpoint, headers, body }: Exchange): Promise<void> {
    const now = this.parts.now();
    try {
      const message = signedMessage(Object.fromEntries(headers), body);
      requireFresh(message, now);
      const key = await this.parts.ring.keyOf(message.serial, now);
      if (!key) throw new PayMessageRefused('serial');
      requireSignature(message, key);
    } catch (error) {
      if (!(error instanceof PayMessageRefused)) throw error;
      throw new PayOutcomeUnknown(endpoint, 'unverified');
    }
  }
}

/** A path without numbers of orders, for logs and errors. */
function endpointOf(url: string): string {
  return new URL(url).pathname
    .replace(/\/out-trade-no\/[^/]+/, '/out-trade-no/{}')
    .replace(/\/refunds\/[^/]+/, '/refunds/{}');
}

/** What fetch throws is dropped: its trace may hold the request. */
async function exchangeFrom(
  endpoint: string,
  signal: AbortSignal,
  send: () => Promise<Response>,
): Promise<Exchange> {
  try {
    const response = await send();
    const body = Buffer.from(await response.arrayBuffer());
    if (body.length > LARGEST_ANSWER_BYTES) throw new Error('too large');
    return { endpoint, status: response.status, headers: response.headers, body };
  } catch {
    throw new PayOutcomeUnknown(endpoint, signal.aborted ? 'timeout' : 'network');
  }
}

function parse({ endpoint, body }: Exchange): Record<string, unknown> {
  if (body.length === 0) return {};
  try {
    const answer: unknown = JSON.parse(body.toString('utf8'));
    if (typeof answer === 'object' && answer !== null) return answer as Record<string, unknown>;
  } catch {
    throw new PayOutcomeUnknown(endpoint, 'malformed');
  }
  throw new PayOutcomeUnknown(endpoint, 'malformed');
}

/** WeChat's word for a refusal; of another server's page nothing is repeated. */
function codeOf({ body }: Exchange): string {
  try {
    const { code } = JSON.parse(body.toString('utf8')) as { code?: unknown };
    return typeof code === 'string' && /^[A-Z_]{2,40}$/.test(code) ? code : 'UNKNOWN';
  } catch {
    return 'UNKNOWN';
  }
}
