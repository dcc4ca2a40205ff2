import { Injectable } from '@nestjs/common';
import { requireStore, type StaffPrincipal } from '../../../platform/auth/index.js';
import { PackageScreens } from '../packages/http/package-screens.js';
import { PointsScreens } from '../points/http/points-screens.js';
import { TierScreens } from '../tiers/http/tier-screens.js';
import { WalletQueries, type StaffWalletSight } from '../wallet-queries.js';
import type { ClientMoneySheetsDto } from './dto/money-sheets.dto.js';
import type { StaffWalletDto } from './dto/wallet.dto.js';
import { presentStaffWallet, presentStatement } from './present-wallet.js';
import { ScreenStores } from './screen-stores.js';

/** What a client has as the desk sees it. */
@Injectable()
export class MoneyScreens {
  constructor(
    private readonly wallets: WalletQueries,
    private readonly tiers: TierScreens,
    private readonly points: PointsScreens,
    private readonly packages: PackageScreens,
    private readonly stores: ScreenStores,
  ) {}

  /** @param storeId where it is looked at; all of her own unless told. @throws Refusal when it is not hers */
  async wallet(
    staff: StaffPrincipal,
    id: string,
    storeId: string | undefined,
  ): Promise<{ readonly sight: StaffWalletSight; readonly shown: StaffWalletDto }> {
    if (storeId !== undefined) requireStore(staff, storeId);
    const sight = await this.wallets.staffSight(id, storeId ? [storeId] : staff.storeIds);
    const stores = await this.stores.of(sight.spends.map((one) => one.storeId));
    return { sight, shown: presentStaffWallet(sight, stores) };
  }

  /** All that her page shows of money at first. @returns the sight too, for whoever puts it together with others */
  async sheets(
    staff: StaffPrincipal,
    id: string,
    storeId: string | undefined,
  ): Promise<{ readonly sight: StaffWalletSight; readonly shown: ClientMoneySheetsDto }> {
    const { sight, shown: wallet } = await this.wallet(staff, id, storeId);
    const statement = sight.wallet ? await this.wallets.month(id, undefined) : null;
    const tier = await this.tiers.ofClient(id);
    const points = await this.points.ofClient(id);
    const packages = { items: await this.packages.staffList(id) };
    return {
      sight,
      shown: {
        wallet,
        statement: statement && presentStatement(statement),
        tier,
        points,
        packages,
      },
    };
  }
}
