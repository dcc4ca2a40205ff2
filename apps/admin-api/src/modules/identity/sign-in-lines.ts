import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.js';
import { BoundedLine } from '../../platform/rate-limit/index.js';

/** Hashing fills a core; two leave the four threads of Node room for those we know and for files. */
const STRANGERS_AT_ONCE = 2;
const KNOWN_AT_ONCE = 1;
/** Half a second's work. More would only wait, and each holds one of the house's places while it does. */
const MOST_WAITING = 16;
/** Of the eight requests under way that the house allows for each connection. */
const WAITING_PER_CONNECTION = 2;

/**
 * Where sign-ins wait for their turn, because each costs tens of milliseconds of a core and anybody may ask for one.
 * Browsers that we know have a line of their own: strangers cannot fill it.
 */
@Injectable()
export class SignInLines {
  readonly #strangers: BoundedLine;
  readonly #known: BoundedLine;

  constructor(config: Config) {
    const waiting = Math.min(MOST_WAITING, config.databasePoolSize * WAITING_PER_CONNECTION);
    this.#strangers = new BoundedLine({ atOnce: STRANGERS_AT_ONCE, waiting });
    this.#known = new BoundedLine({ atOnce: KNOWN_AT_ONCE, waiting });
  }

  /** Signs in when it is this one's turn. @throws Refusal OVERLOADED with Retry-After when the line is full */
  run<T>(isKnown: boolean, signIn: () => Promise<T>): Promise<T> {
    return (isKnown ? this.#known : this.#strangers).run(signIn);
  }
}
