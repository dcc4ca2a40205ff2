import { Injectable } from '@nestjs/common';
import { CustomerQueries } from '../../../customers/index.js';
import { Database } from '../../../../platform/database/index.js';
import { ScreenStores } from '../../http/screen-stores.js';
import { adjustmentsOf, type Adjustment } from '../data/adjustments.js';
import { redemptionsOf, type Redemption } from '../data/redemptions.js';
import { PointsQueries } from '../points-queries.js';
import type { AdjustmentDto, StaffPointsDto, StaffRedemptionDto } from './dto/points.dto.js';
import { presentAdjustment, presentLines, presentRedemption } from './present-points.js';

/** Of one client at once, at most. */
export const MOST = 100;

/** Points as the desk sees them. */
@Injectable()
export class PointsScreens {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerQueries,
    private readonly queries: PointsQueries,
    private readonly stores: ScreenStores,
  ) {}

  /** What a client has, how it came, what she redeemed, and what was set right by hand. */
  async ofClient(id: string): Promise<StaffPointsDto> {
    const [{ points, shortfall, lapsing }, page, redeemed, adjusted] = await Promise.all([
      this.queries.sight(id),
      this.queries.history(id, undefined),
      redemptionsOf(this.database, id, MOST),
      adjustmentsOf(this.database, id, MOST),
    ]);
    return {
      ...{ points, shortfall, lapsing, lines: presentLines(page) },
      redemptions: await this.redemptions(redeemed),
      adjustments: await this.adjustments(adjusted),
    };
  }

  async redemptions(found: readonly Redemption[]): Promise<StaffRedemptionDto[]> {
    const stores = await this.stores.of(found.map(({ storeId }) => storeId));
    const names = await this.#names(found);
    return found.map((one) => ({
      ...presentRedemption(one, stores),
      ...{ clientId: one.customerId, clientName: names.get(one.customerId) ?? '' },
      closedByName: one.closedByName,
    }));
  }

  async adjustments(found: readonly Adjustment[]): Promise<AdjustmentDto[]> {
    const names = await this.#names(found);
    return found.map((one) => presentAdjustment(one, names.get(one.customerId) ?? ''));
  }

  async #names(
    rows: readonly { readonly customerId: string }[],
  ): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(rows.map(({ customerId }) => customerId))];
    const clients = await this.customers.summaries(this.database, ids);
    return new Map(clients.map(({ id, name }) => [id, name]));
  }
}
