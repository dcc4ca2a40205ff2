import type { Clock } from '../clock.js';
import type { MessageTemplate, TemplateSet } from '../templates.js';
import { AccessTokens, type TokenStanding } from './access-tokens.js';
import { DEFAULT_SETTINGS, type AppSettings } from './app-settings.js';
import { BoundedLog, BoundedMap } from './bounded.js';
import { ContentRules } from './content-rules.js';
import { MadeCodes } from './made-codes.js';
import { MadeLinks } from './made-links.js';
import { MessageCredits } from './message-credits.js';
import { OneTimeCodes } from './one-time-codes.js';
import { People, type WechatUser } from './people.js';
import { PerMinuteLimit } from './per-minute-limit.js';
import { PlainTokens } from './plain-tokens.js';
import { Quotas } from './quotas.js';
import { ShippingOrders } from './shipping-orders.js';

const MOST_MEDIA = 10_000;
const MOST_MESSAGES = 1_000;
const MOST_TEXTS = 1_000;
const LOGINS_PER_MINUTE = 100;

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
  readonly people: People;
  readonly loginCodes: OneTimeCodes<WechatUser>;
  readonly phoneCodes: OneTimeCodes<SharedPhone>;
  readonly logins: PerMinuteLimit;
  readonly quotas: Quotas;
  readonly stableTokens: AccessTokens;
  readonly plainTokens: PlainTokens;
  readonly contentRules = new ContentRules();
  /** How often each address was given to media_check_async. */
  readonly checkedMedia = new BoundedMap<string, number>(MOST_MEDIA);
  readonly codes = new MadeCodes();
  readonly links: MadeLinks;
  readonly orders = new ShippingOrders();
  settings: AppSettings = DEFAULT_SETTINGS;
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
    this.people = new People(clock);
    this.quotas = new Quotas(clock);
    this.stableTokens = new AccessTokens(clock);
    this.plainTokens = new PlainTokens(clock);
    this.links = new MadeLinks(clock);
  }

  template(id: string): MessageTemplate | undefined {
    return Object.values(this.app.templates).find((template) => template.id === id);
  }

  /** How the platform sees a token, whichever of the two calls gave it. */
  tokenStanding(value: string): TokenStanding {
    return this.plainTokens.standing(value) ?? this.stableTokens.standing(value);
  }

  /** Lets a token run out before its time, as the fault `expiredToken` asks. */
  expireNow(token: string): void {
    this.plainTokens.expireNow(token);
    this.stableTokens.expireNow(token);
  }

  /** A number that no other delivery has had, not even before a reset. */
  nextDelivery(): number {
    this.delivered += 1;
    return this.delivered;
  }

  reset(): void {
    this.people.clear();
    this.quotas.clear();
    this.plainTokens.clear();
    this.contentRules.clear();
    this.checkedMedia.clear();
    this.codes.clear();
    this.links.clear();
    this.orders.clear();
    this.settings = DEFAULT_SETTINGS;
    this.loginCodes.clear();
    this.phoneCodes.clear();
    this.logins.clear();
    this.stableTokens.clear();
    this.credits.clear();
    this.messages.clear();
    this.texts.clear();
  }
}
