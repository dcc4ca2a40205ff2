import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';

/** What somebody asks for before a visit is over. @throws Refusal while it is missing */
type CompletionCheck = (tx: Tx, appointmentId: string) => Promise<void>;

/** Modules above tell what a visit needs before it may be completed; appointments may not know them. */
@Injectable()
export class CompletionChecks {
  readonly #checks: CompletionCheck[] = [];

  register(check: CompletionCheck): void {
    this.#checks.push(check);
  }

  /** The visit's row is locked. @throws Refusal as the checks */
  async require(tx: Tx, appointmentId: string): Promise<void> {
    for (const check of this.#checks) await check(tx, appointmentId);
  }
}
