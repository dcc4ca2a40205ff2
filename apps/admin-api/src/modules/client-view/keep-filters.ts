import { Injectable } from '@nestjs/common';
import { requireStore, type StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import {
  countKept,
  dropFilter,
  keepFilter,
  ownerOfKept,
  type KeptFilter,
} from './data/kept-filters.js';
import { asksOfMoney } from './rules/client-filter.js';

/** One person keeps so many: more is no help. */
const MOST = 30;

/** Whoever made a filter may throw it away; a shared one also who sets up tags in that store. */
export const mayDrop = (
  staff: StaffPrincipal,
  { staffId, storeId }: Pick<KeptFilter, 'staffId' | 'storeId'>,
): boolean =>
  staffId === staff.staffId ||
  (storeId !== null && staff.storeIds.includes(storeId) && staff.permissions.has('clients.policy'));

/** What its list would be refused for is not offered; whoever kept it may have lost a right since. */
export const mayUse = (staff: StaffPrincipal, { filter }: Pick<KeptFilter, 'filter'>): boolean =>
  staff.permissions.has('wallet.read') || !asksOfMoney(filter);

/** Filters of the list of clients that somebody keeps for later. */
@Injectable()
export class KeepFilters {
  constructor(private readonly clock: Clock) {}

  /** @throws Refusal WRONG_STORE, FORBIDDEN by what she may not see, FILTER_NAME_TAKEN, TOO_MANY_FILTERS */
  async keep(
    tx: Tx,
    staff: StaffPrincipal,
    { name, filter, storeId }: Pick<KeptFilter, 'name' | 'filter' | 'storeId'>,
  ): Promise<void> {
    if (storeId !== null) requireStore(staff, storeId);
    if (!mayUse(staff, { filter })) refuse('FORBIDDEN');
    if ((await countKept(tx, staff.staffId)) >= MOST) refuse('TOO_MANY_FILTERS');
    const kept = { id: newId(), staffId: staff.staffId, name, filter, storeId };
    await keepFilter(tx, kept, this.clock.now());
  }

  /** @throws Refusal FILTER_NOT_FOUND also for one that is somebody else's */
  async drop(tx: Tx, staff: StaffPrincipal, id: string): Promise<void> {
    const kept = await ownerOfKept(tx, id);
    if (!kept || !mayDrop(staff, kept)) refuse('FILTER_NOT_FOUND');
    await dropFilter(tx, id);
  }
}
