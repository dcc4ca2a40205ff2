import { refuse } from '../errors/index.js';
import { SmsSender } from './sms-sender.js';

/** No provider is configured: says so instead of pretending. */
export class OffSmsSender extends SmsSender {
  override send(): Promise<void> {
    return Promise.resolve().then(() => refuse('SMS_UNAVAILABLE'));
  }
}
