import type { Clock } from '../clock.js';
import type { MessageTemplate, TemplateSet } from '../templates.js';
import { AccessTokens } from './access-tokens.js';
import { BoundedLog, BoundedMap } from './bounded.js';
import { MessageCredits } from './message-credits.js';
import { OneTimeCodes } from './one-time-codes.js';
import { PerMinuteLimit } from './per-minute-limit.js';

const MOST_USERS = 50_000;
const MOST_MESSAGES = 1_000;
const MOST_TEXTS = 1_000;
const LOGINS_PER_MINUTE = 100;

/** A person who has opened the mini-program. */
export interface WechatUser {
  readonly openid: string;
  readonly unionid?: string;
}

/** A phone number as the phone button hands it over. */
export interface SharedPhone {
  readonly countryCode: string;
  readonly pureNumber: string;
}

/** A subscribe message that reached a phone. */
export interface DeliveredMessage {
  readonly msgid: number;
  readonly openid: string;
  readonly templateId: string;
  readonly title: string;
  readonly page: string | null;
  readonly miniprogramState: string;
  readonly lang: string;
  readonly data: Readonly<Record<string, { value: string }>>;
  readonly lines: readonly { key: string; label: string; value: string }[];
  readonly at: string;
}

/** A text message that reached a phone. */
export interface DeliveredText {
  readonly id: string;
  readonly phone: string;
  readonly template: string;
  readonly params: Readonly<Record<string, string>>;
  readonly text: string;
  readonly at: string;
}

/** The app that the sandbox answers for, and what its platform console has set up. */
export interface SandboxApp {
  readonly appid: string;
  readonly secret: string;
  readonly templates: TemplateSet;
}

/** Everything the sandbox remembers. It lives in memory, each part with a limit of its own. */
export class SandboxState {
  readonly users = new BoundedMap<string, WechatUser>(MOST_USERS);
  readonly loginCodes: OneTimeCodes<WechatUser>;
  readonly phoneCodes: OneTimeCodes<SharedPhone>;
  readonly logins: PerMinuteLimit;
  readonly tokens: AccessTokens;
  readonly credits = new MessageCredits();
  readonly messages = new BoundedLog<DeliveredMessage>(MOST_MESSAGES);
  readonly texts = new BoundedLog<DeliveredText>(MOST_TEXTS);
  private delivered = 0;

  constructor(
    readonly app: SandboxApp,
    readonly clock: Clock,
  ) {
    this.loginCodes = new OneTimeCodes(clock);
    this.phoneCodes = new OneTimeCodes(clock);
    this.logins = new PerMinuteLimit(clock, LOGINS_PER_MINUTE);
    this.tokens = new AccessTokens(clock);
  }

  template(id: string): MessageTemplate | undefined {
    return Object.values(this.app.templates).find((template) => template.id === id);
  }

  /** A number that no other delivery has had, not even before a reset. */
  nextDelivery(): number {
    this.delivered += 1;
    return this.delivered;
  }

  reset(): void {
    this.users.clear();
    this.loginCodes.clear();
    this.phoneCodes.clear();
    this.logins.clear();
    this.tokens.clear();
    this.credits.clear();
    this.messages.clear();
    this.texts.clear();
  }
}
