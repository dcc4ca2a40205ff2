import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { ClientListQueries, type ClientFilter } from '../../client-view/index.js';
import { exportById } from './data/exports.js';
import { MOST_CLIENTS, staleReason } from './rules/still-as-asked.js';

/** Whether a list is still the one that was asked for: clients change while a request waits. */
@Injectable()
export class StillAsAsked {
  constructor(
    private readonly database: Database,
    private readonly lists: ClientListQueries,
  ) {}

  /**
   * Before somebody agrees; outside of the transaction that writes it down, for counting may be long. What she may not
   * decide on is not counted: that transaction says why.
   * @throws Refusal EXPORT_TOO_LARGE, EXPORT_CHANGED with the `state` in which the request stays
   */
  async require(staff: StaffPrincipal, id: string): Promise<void> {
    const one = await exportById(this.database, id);
    if (one?.state !== 'requested' || one.requestedBy === staff.staffId) return;
    if (!staff.storeIds.includes(one.storeId)) return;
    const stale = staleReason({ expected: one.expectedRows, rows: await this.count(one.filter) });
    if (stale !== undefined) refuse(stale, { extras: { state: one.state } });
  }

  /** How many clients a list tells of now; more than may leave are not counted to the end. */
  async count(filter: ClientFilter): Promise<number> {
    let count = 0;
    for await (const ids of this.lists.all(filter)) {
      count += ids.length;
      if (count > MOST_CLIENTS) break;
    }
    return count;
  }
}
