import { Injectable } from '@nestjs/common';
import { KeepFilters } from '../../modules/client-view/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { House } from './house.js';
import { deskOf } from './staff-of.js';

/** What a front desk looks at every week. */
const FILTERS: readonly { name: string; filter: Readonly<Record<string, string>> }[] = [
  { name: '沉睡的老客', filter: { stage: 'sleeping', order: 'spend' } },
  { name: '有储值、两个月没来', filter: { awayDays: '60', minBalanceFen: '10000' } },
  { name: '新客', filter: { stage: 'new' } },
  { name: '资料不全的常客', filter: { stage: 'active', belowPercent: '80' } },
];

/** Keeps filters of the list of clients, shared in each store by its front desk. */
@Injectable()
export class FilterLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly filters: KeepFilters,
  ) {}

  async load(house: House): Promise<void> {
    for (const store of ['wukang', 'binjiang'] as const) {
      const [desk, storeId] = [deskOf(house, store), house.stores[store]];
      await this.unitOfWork.run(async (tx) => {
        for (const one of FILTERS) await this.filters.keep(tx, desk, { ...one, storeId });
      });
    }
  }
}
