import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock, addDays, localDate } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import type { IdempotentCall } from '../../platform/idempotency/index.js';
import {
  KeepQualifications,
  membersByIds,
  storeIdsOf,
  type CertificateDraft,
} from '../staff/index.js';
import { storesByIds, type Store } from '../stores/index.js';
import type { Approval } from './approve-request.js';
import { TouchingChange, type Touch } from './touching-change.js';

/** As far ahead as anybody books. */
const DAYS_AHEAD = 120;

/** Changes what people are able and allowed to do; visits that they cannot do any more stay and are named. */
@Injectable()
export class ChangeQualifications {
  constructor(
    private readonly touching: TouchingChange,
    private readonly keep: KeepQualifications,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal STAFF_NOT_FOUND, CERTIFICATE_CHANGED, SHIFT_TOUCHES_VISITS, SHIFT_REQUEST_ELSEWHERE */
  async certificate(
    call: IdempotentCall,
    by: StaffPrincipal,
    staffId: string,
    { dryRun, seenVisits, ...draft }: CertificateDraft & Approval,
  ): Promise<Touch<object>> {
    const stores = await this.#storesOf(by, staffId);
    return this.#carryOut(call, by, stores, { dryRun, seenVisits }, (tx) =>
      this.keep.certificate(tx, by, staffId, draft),
    );
  }

  /** @throws Refusal STAFF_NOT_FOUND, INVALID_INPUT, SHIFT_TOUCHES_VISITS, SHIFT_REQUEST_ELSEWHERE */
  async skill(
    call: IdempotentCall,
    by: StaffPrincipal,
    staffId: string,
    { dryRun, seenVisits, ...change }: { skillId: string; has: boolean } & Approval,
  ): Promise<Touch<object>> {
    const stores = await this.#storesOf(by, staffId);
    return this.#carryOut(call, by, stores, { dryRun, seenVisits }, (tx) =>
      this.keep.skill(tx, by, staffId, change),
    );
  }

  /** @throws Refusal STORE_NOT_FOUND, SHIFT_TOUCHES_VISITS */
  async rule(
    call: IdempotentCall,
    by: StaffPrincipal,
    storeId: string,
    { isRequired, ...approval }: { isRequired: boolean } & Approval,
  ): Promise<Touch<object>> {
    const stores = await storesByIds(this.database, [storeId]);
    if (stores.length === 0) return refuse('STORE_NOT_FOUND');
    return this.#carryOut(call, by, stores, approval, (tx) =>
      this.keep.rule(tx, by, storeId, isRequired),
    );
  }

  #carryOut(
    call: IdempotentCall,
    by: StaffPrincipal,
    stores: readonly Store[],
    { dryRun, seenVisits }: Approval,
    work: (tx: Tx) => Promise<void>,
  ): Promise<Touch<object>> {
    const today = localDate(this.clock.now(), stores[0]?.timeZone ?? 'Asia/Shanghai');
    const change = {
      ...{ stores, within: by.storeIds, dates: [today, addDays(today, DAYS_AHEAD)] },
      work: async (tx: Tx): Promise<object> => {
        await work(tx);
        return {};
      },
    };
    return dryRun ? this.touching.tryOut(change) : this.touching.save(call, change, seenVisits);
  }

  /** In a path, somebody of other stores is nobody. */
  async #storesOf(by: StaffPrincipal, staffId: string): Promise<Store[]> {
    const ids = await storeIdsOf(this.database, staffId);
    const [member] = await membersByIds(this.database, [staffId]);
    const isHers = member?.state === 'active' && ids.some((id) => by.storeIds.includes(id));
    return isHers ? storesByIds(this.database, ids) : refuse('STAFF_NOT_FOUND');
  }
}
