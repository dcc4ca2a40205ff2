import type { Clock } from '../clock.js';
import { BoundedMap } from './bounded.js';

const MOST_PEOPLE = 50_000;
const ACTIVE_MS = 2 * 3_600_000;

/** A person as jscode2session names her. */
export interface WechatUser {
  readonly openid: string;
  readonly unionid?: string;
}

/** What the platform thinks of a person. */
export interface PersonTraits {
  /** 0 to 4, the higher the riskier. */
  readonly riskRank: number;
  /** Her logins are refused with 40226. */
  readonly blocked: boolean;
  /** The openid belongs to another app: 43104. */
  readonly ofAnotherApp: boolean;
}

interface Person extends PersonTraits {
  readonly lastVisitAt: number | undefined;
  readonly sessionKey: string | undefined;
}

export const ORDINARY: PersonTraits = { riskRank: 0, blocked: false, ofAnotherApp: false };

/** Whether the platform lets an openid be asked about: it wants a visit within the last two hours. */
export type Presence = 'unknown' | 'ofAnotherApp' | 'away' | 'active';

/** Who has opened the mini-program, when, and with which session key. */
export class People {
  private readonly people = new BoundedMap<string, Person>(MOST_PEOPLE);

  constructor(private readonly clock: Clock) {}

  has(openid: string): boolean {
    const person = this.people.get(openid);
    return person !== undefined && !person.ofAnotherApp;
  }

  /** She opens the mini-program now. */
  visit(openid: string): void {
    this.change(openid, { lastVisitAt: this.clock.now().getTime() });
  }

  describe(openid: string, traits: Partial<PersonTraits>): PersonTraits {
    const { riskRank, blocked, ofAnotherApp } = this.change(openid, traits);
    return { riskRank, blocked, ofAnotherApp };
  }

  traits(openid: string): PersonTraits {
    return this.people.get(openid) ?? ORDINARY;
  }

  presence(openid: string): Presence {
    const person = this.people.get(openid);
    if (person === undefined) return 'unknown';
    if (person.ofAnotherApp) return 'ofAnotherApp';
    const { lastVisitAt } = person;
    if (lastVisitAt === undefined) return 'away';
    return this.clock.now().getTime() - lastVisitAt <= ACTIVE_MS ? 'active' : 'away';
  }

  /** A login gives a new key and ends the one before. */
  openSession(openid: string, sessionKey: string): void {
    this.change(openid, { sessionKey });
  }

  endSession(openid: string): void {
    if (this.people.has(openid)) this.change(openid, { sessionKey: undefined });
  }

  sessionKey(openid: string): string | undefined {
    return this.people.get(openid)?.sessionKey;
  }

  clear(): void {
    this.people.clear();
  }

  private change(openid: string, changes: Partial<Person>): Person {
    const known = this.people.get(openid);
    const before = known ?? { ...ORDINARY, lastVisitAt: undefined, sessionKey: undefined };
    const after: Person = { ...before, ...changes };
    this.people.set(openid, after);
    return after;
  }
}
