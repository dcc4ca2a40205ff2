import { Injectable } from '@nestjs/common';

/** Whether the process has begun to stop; whoever holds something open until then registers how to let go. */
@Injectable()
export class Lifecycle {
  readonly #begin = new AbortController();
  #leaving = false;

  /** True from the first word of the stop on: a proxy that asks is told to send nothing more. */
  get leaving(): boolean {
    return this.#leaving;
  }

  /** Aborted once, when the process begins to stop. */
  get stopping(): AbortSignal {
    return this.#begin.signal;
  }

  leave(): void {
    this.#leaving = true;
  }

  beginStop(): void {
    this.leave();
    this.#begin.abort();
  }
}
