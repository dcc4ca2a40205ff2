import { Injectable } from '@nestjs/common';

/** Whether the process has begun to stop; whoever holds something open until then registers how to let go. */
@Injectable()
export class Lifecycle {
  readonly #begin = new AbortController();

  /** Aborted once, when the process begins to stop. */
  get stopping(): AbortSignal {
    return this.#begin.signal;
  }

  beginStop(): void {
    this.#begin.abort();
  }
}
