import { Refusal } from '../errors/index.js';

/** A text message to one phone, by a template approved with the provider. */
export interface TextMessage {
  /** Eleven digits. */
  readonly phone: string;
  readonly template: 'login-code' | 'coupon-gift' | 'visit-news' | 'visit-reminder';
  /**
   * What the template needs; `login-code`: code (digits) and minutes it is valid; `coupon-gift`: words of greeting,
   * coupon (its name) and the day until which it is good; `visit-news`: time, store and status of a visit;
   * `visit-reminder`: its time and store.
   */
  readonly params: Readonly<Record<string, string>>;
}

/** The provider did not say whether it took the message: it may have gone out. */
export class SmsUnanswered extends Refusal {
  constructor() {
    super('SMS_UNAVAILABLE');
  }
}

/** The provider will never take this message; another way may. */
export class SmsRefused extends Refusal {
  /** @param why in words for staff */
  constructor(readonly why: string) {
    super('SMS_UNAVAILABLE');
  }
}

/** Sends text messages through whatever provider the salon has. */
export abstract class SmsSender {
  /**
   * @throws Refusal SMS_UNAVAILABLE when it cannot be sent now, SmsUnanswered when it may have been, SmsRefused when it
   *   never can; RATE_LIMITED, because the provider may ration a number by itself
   */
  abstract send(message: TextMessage): Promise<void>;
}
