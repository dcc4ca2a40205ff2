import { AsyncLocalStorage } from 'node:async_hooks';
import { Clock } from '../platform/clock/index.js';

/**
 * A clock on which each piece of work has its own time, so that many days of the demo's past can be lived through at
 * once. Outside `at` it stands at the moment the load began, for everything that happens "now".
 */
export class AsOfClock extends Clock {
  readonly #moment = new AsyncLocalStorage<Date>();

  constructor(private readonly present: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.#moment.getStore() ?? this.present);
  }

  /** Runs `work` as if it were `moment`. */
  at<T>(moment: Date, work: () => Promise<T>): Promise<T> {
    return this.#moment.run(moment, work);
  }
}
