import { refuse } from '../errors/index.js';
import type { Log } from '../logging/index.js';
import { SmsSender, SmsUnanswered, type TextMessage } from './sms-sender.js';

const TIMEOUT_MS = 5_000;
/** It did not answer, or broke while it did. */
const UNANSWERED = new Set([0, 500, 502, 504]);

/** Delivers to the simulated phones of the sandbox; production refuses this provider at start. */
export class SandboxSmsSender extends SmsSender {
  constructor(
    private readonly origin: string,
    private readonly log: Log,
    private readonly timeoutMs = TIMEOUT_MS,
  ) {
    super();
  }

  override async send(message: TextMessage): Promise<void> {
    const status = await this.#post(message);
    if (status === 200) return;
    this.log.warn('text message was not accepted', { template: message.template, status });
    if (status === 429) refuse('RATE_LIMITED', { retryAfterSeconds: 60 });
    if (UNANSWERED.has(status)) throw new SmsUnanswered();
    refuse('SMS_UNAVAILABLE');
  }

  /** The provider's status; 0 when it did not answer. */
  async #post(message: TextMessage): Promise<number> {
    try {
      const response = await fetch(`${this.origin}/sms/send`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
        redirect: 'error',
        signal: AbortSignal.timeout(this.timeoutMs),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }
}
