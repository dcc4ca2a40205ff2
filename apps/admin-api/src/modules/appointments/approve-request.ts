import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Database } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import type { IdempotentCall } from '../../platform/idempotency/index.js';
import {
  ReadRequests,
  SettleRequest,
  datesOf,
  requestById,
  type ShownRequest,
} from '../scheduling/index.js';
import { storeIdsOf } from '../staff/index.js';
import { storesByIds } from '../stores/index.js';
import { TouchingChange, type Touch, type Touching } from './touching-change.js';

/** How a request is agreed to: tried out, or with the visits that were shown. */
export interface Approval {
  readonly dryRun: boolean;
  readonly seenVisits: readonly string[];
}

/** Agrees to what somebody asks for; visits that she is booked for stay as they are, and are named. */
@Injectable()
export class ApproveRequest {
  constructor(
    private readonly touching: TouchingChange,
    private readonly settle: SettleRequest,
    private readonly requests: ReadRequests,
    private readonly database: Database,
  ) {}

  /**
   * @param present what is answered of the request, kept for the same call sent again: JSON
   * @throws Refusal SHIFT_TOUCHES_VISITS when a visit came that was not shown; SHIFT_REQUEST_ELSEWHERE when one is in a
   *   store that the caller does not work for; and as SettleRequest
   */
  async execute<T>(
    call: IdempotentCall,
    by: StaffPrincipal,
    id: string,
    { dryRun, seenVisits }: Approval,
    present: (shown: ShownRequest) => T,
  ): Promise<Touch<T>> {
    const change = await this.#change(by, id, present);
    return dryRun ? this.touching.tryOut(change) : this.touching.save(call, change, seenVisits);
  }

  async #change<T>(
    by: StaffPrincipal,
    id: string,
    present: (shown: ShownRequest) => T,
  ): Promise<Touching<T>> {
    const request = await requestById(this.database, id);
    if (!request || !by.storeIds.includes(request.storeId))
      return refuse('SHIFT_REQUEST_NOT_FOUND');
    const { storeId, staffId, firstDate, lastDate } = request;
    const hers = await storeIdsOf(this.database, staffId);
    const stores = await storesByIds(this.database, [...new Set([storeId, ...hers])]);
    const store = stores.find((each) => each.id === storeId) ?? refuse('STORE_NOT_FOUND');
    return {
      stores,
      within: by.storeIds,
      dates: datesOf(firstDate, lastDate),
      work: async (tx) => {
        const settled = await this.settle.approve(tx, by, store, id);
        const [shown] = await this.requests.shown(tx, [settled]);
        if (!shown) throw new Error('a request that was settled is there');
        return present(shown);
      },
    };
  }
}
