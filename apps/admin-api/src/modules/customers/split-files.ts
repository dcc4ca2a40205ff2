import { Injectable } from '@nestjs/common';
import { ClientDataHandlers } from '../../platform/client-data/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { CustomerRepository } from './data/customer-repository.js';
import { MergeRepository, type Basics, type RecordedMerge } from './data/merge-repository.js';
import { KeepCompleteness } from './keep-completeness.js';

/** How long a merge can be taken back. */
export const UNDO_DAYS = 30;
const DAY_MS = 86_400_000;

/** Who takes a merge back, and why. */
export interface SplitOrder {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

/** Takes a merge back: what moved goes back to its file, what came since stays with the one that went on. */
@Injectable()
export class SplitFiles {
  constructor(
    private readonly handlers: ClientDataHandlers,
    private readonly customers: CustomerRepository,
    private readonly merges: MergeRepository,
    private readonly completeness: KeepCompleteness,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks both files first, as whoever pays, books or joins does.
   * @throws Refusal MERGE_NOT_FOUND, MERGE_STATE, MERGE_TOO_OLD, MERGE_VALUE_SPENT, REFUND_OPEN
   */
  async execute(tx: Tx, mergeId: string, by: SplitOrder): Promise<RecordedMerge> {
    const merge = (await this.merges.lock(tx, mergeId)) ?? refuse('MERGE_NOT_FOUND');
    if (merge.state !== 'done') refuse('MERGE_STATE');
    const at = this.clock.now();
    if (at.getTime() - merge.at.getTime() > UNDO_DAYS * DAY_MS) refuse('MERGE_TOO_OLD');
    const { fromId, toId } = merge;
    const files = await this.customers.lock(tx, [fromId, toId]);
    // Joined on to a third file meanwhile: that merge is the one to take back first.
    if (files.get(toId)?.state !== 'active' || files.get(fromId)?.merged_into !== toId)
      refuse('MERGE_STATE');
    await this.customers.reopen(tx, fromId, merge.followers, at);
    await this.handlers.moveAllBack(tx, fromId, toId, merge.moved);
    await this.#giveBasicsBack(tx, merge, at);
    await this.completeness.execute(tx, fromId, toId);
    await this.merges.markUndone(tx, merge, { ...by, at });
    return merge;
  }

  /** What somebody changed since stays as she changed it. */
  async #giveBasicsBack(tx: Tx, { toId, before, taken }: RecordedMerge, at: Date): Promise<void> {
    const now = await this.customers.basics(tx, toId);
    const names = Object.keys(taken) as (keyof Basics)[];
    const same = names.filter((name) => JSON.stringify(now[name]) === JSON.stringify(taken[name]));
    if (same.length === 0) return;
    const change: Basics = Object.fromEntries(same.map((name) => [name, before[name]]));
    await this.customers.update(tx, toId, change, at);
  }
}
