import { Injectable } from '@nestjs/common';
import { CustomerQueries } from '../../customers/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate, toRfc3339 } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { contractsOfTopUps } from '../data/contracts.js';
import { settingsOf } from '../data/settings.js';
import type { TopUp } from '../data/top-ups.js';
import type { StaffTopUpDto } from './dto/top-up.dto.js';
import { ScreenStores } from './screen-stores.js';

/** Sales as the desk shows them. */
@Injectable()
export class TopUpScreens {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerQueries,
    private readonly stores: ScreenStores,
    private readonly clock: Clock,
  ) {}

  async list(staff: StaffPrincipal, topUps: readonly TopUp[]): Promise<StaffTopUpDto[]> {
    const ids = [...new Set(topUps.map((topUp) => topUp.customerId))];
    const clients = new Map(
      (await this.customers.summaries(this.database, ids)).map((client) => [client.id, client]),
    );
    const stores = await this.stores.of(topUps.map((topUp) => topUp.storeId));
    const contracts = await contractsOfTopUps(
      this.database,
      topUps.map((topUp) => topUp.id),
    );
    const { reversalSameDayOnly } = await settingsOf(this.database, topUps[0]?.storeId ?? null);
    const mayReverse = staff.permissions.has('wallet.reverse');
    return topUps.map((topUp) => {
      const zone = stores.get(topUp.storeId)?.timeZone ?? HOME_ZONE;
      const today = localDate(this.clock.now(), zone);
      const inTime = !reversalSameDayOnly || localDate(topUp.createdAt, zone) === today;
      const contract = contracts.get(topUp.id);
      return {
        ...{ id: topUp.id, state: topUp.state, customerId: topUp.customerId },
        customerName: clients.get(topUp.customerId)?.name ?? '',
        ...{ title: topUp.title, storeId: topUp.storeId },
        storeName: stores.get(topUp.storeId)?.name ?? '',
        ...{ priceFen: topUp.priceFen, bonusFen: topUp.bonusFen, tender: topUp.tender },
        ...{ reference: topUp.tenderReference, orderNo: topUp.orderNo },
        ...{ contractId: contract?.id ?? null, contractState: contract?.state ?? null },
        ...{ byName: topUp.byName, createdAt: toRfc3339(topUp.createdAt, zone) },
        ...{ paidOn: topUp.paidOn, reverseReason: topUp.reverseReason },
        reversible:
          mayReverse &&
          inTime &&
          topUp.state === 'paid' &&
          topUp.tender !== 'wechat' &&
          topUp.billId === null,
        txId: topUp.entryNo,
      };
    });
  }
}
