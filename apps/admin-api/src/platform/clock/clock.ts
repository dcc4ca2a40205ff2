/** Business time. Rules and use cases ask it, never `new Date()` and never the database's NOW(). */
export abstract class Clock {
  /** The instant it is now, to the millisecond. */
  abstract now(): Date;
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** A clock that stands still until told otherwise: for tests and for loading the demo salon's past. */
export class TestClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date): void {
    this.instant = new Date(instant);
  }

  /** Moves time forward. */
  advance(step: { minutes?: number; hours?: number; days?: number }): void {
    const minutes = (step.minutes ?? 0) + 60 * (step.hours ?? 0) + 1440 * (step.days ?? 0);
    this.instant = new Date(this.instant.getTime() + minutes * 60_000);
  }
}
