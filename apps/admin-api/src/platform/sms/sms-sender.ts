/** A text message to one phone, by a template approved with the provider. */
export interface TextMessage {
  /** Eleven digits. */
  readonly phone: string;
  readonly template: 'login-code';
  /** What the template needs; `login-code`: code (digits) and minutes it is valid. */
  readonly params: Readonly<Record<string, string>>;
}

/** Sends text messages through whatever provider the salon has. */
export abstract class SmsSender {
  /** @throws Refusal SMS_UNAVAILABLE when it cannot be sent now; the provider may ration a number by itself */
  abstract send(message: TextMessage): Promise<void>;
}
