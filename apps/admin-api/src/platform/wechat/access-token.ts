import { callWechat, textOf } from './wechat-http.js';
import { WechatUnavailable } from './wechat-errors.js';

const PATH = '/cgi-bin/stable_token';
/** Asked anew this long before its end; from five minutes before it WeChat hands out the next one beside it. */
const EARLY_MS = 120_000;
const SHORTEST_MS = 30_000;

interface HeldToken {
  readonly value: string;
  /** Monotonic milliseconds. */
  readonly until: number;
}

interface Account {
  readonly apiOrigin: string;
  readonly appId: string;
  readonly secret: string;
}

/**
 * The app's access token, kept per process and asked for once at a time. Processes share it at WeChat's side:
 * stable_token answers all of them with the same one.
 */
export class AccessToken {
  #held: HeldToken | undefined;
  #flight: Promise<HeldToken> | undefined;

  constructor(private readonly account: Account) {}

  /** @throws WechatRefused (wrong secret, unlisted address), WechatUnavailable */
  async get(): Promise<string> {
    if (this.#held && this.#held.until > performance.now()) return this.#held.value;
    return (await this.#once(() => this.#ask(false))).value;
  }

  /** A token other than `rejected`, which WeChat did not take although it had not run out. */
  async instead(rejected: string): Promise<string> {
    if (this.#held && this.#held.value !== rejected) return this.get();
    const renewed = await this.#once(async () => {
      const current = await this.#ask(false);
      // Forcing is rationed (20 a day) and kills the token that other processes hold, so only when asking did not help.
      return current.value === rejected ? this.#ask(true) : current;
    });
    return renewed.value;
  }

  #once(ask: () => Promise<HeldToken>): Promise<HeldToken> {
    this.#flight ??= ask()
      .then((token) => (this.#held = token))
      .finally(() => (this.#flight = undefined));
    return this.#flight;
  }

  async #ask(force: boolean): Promise<HeldToken> {
    const { apiOrigin, appId, secret } = this.account;
    const answer = await callWechat(apiOrigin, {
      path: PATH,
      query: {},
      body: { grant_type: 'client_credential', appid: appId, secret, force_refresh: force },
    });
    const seconds = answer['expires_in'];
    if (typeof seconds !== 'number') throw new WechatUnavailable(PATH, 'malformed');
    const lasts = Math.max(SHORTEST_MS, seconds * 1000 - EARLY_MS);
    return { value: textOf(PATH, answer, 'access_token'), until: performance.now() + lasts };
  }
}
