import type { AppointmentState } from '@yance/shared-types';
import type { Principal } from '../../../platform/auth/index.js';
import { localDate } from '../../../platform/clock/index.js';
import { STATE_TABLE, allowedTransitions, type Transition } from './transitions.js';

/** Whoever looks at visits at a moment: answers what is the same for many visits once. */
export class Viewer {
  readonly #allowed = new Map<AppointmentState, readonly Transition[]>();
  readonly #today = new Map<string, string>();

  constructor(
    readonly by: Principal,
    readonly now: Date,
  ) {}

  /** As `allowedTransitions`. */
  allowed(state: AppointmentState): readonly Transition[] {
    let allowed = this.#allowed.get(state);
    if (!allowed) this.#allowed.set(state, (allowed = allowedTransitions(state, this.by)));
    return allowed;
  }

  /** What of it is due, as `isDue`. */
  due(visit: {
    readonly state: AppointmentState;
    readonly startsAt: Date;
    readonly expiresAt: Date | null;
    readonly timeZone: string;
  }): Transition[] {
    const { startsAt, expiresAt, timeZone } = visit;
    let today = this.#today.get(timeZone);
    if (today === undefined) this.#today.set(timeZone, (today = localDate(this.now, timeZone)));
    const begun = this.now >= startsAt;
    const dayCame = begun || today >= localDate(startsAt, timeZone);
    const expiry = expiresAt !== null && this.now >= expiresAt;
    const came = { any: true, day: dayCame, start: begun, expiry };
    return this.allowed(visit.state).filter((step) => came[STATE_TABLE[step].notBefore]);
  }
}
