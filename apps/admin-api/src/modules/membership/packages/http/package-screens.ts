import { Injectable } from '@nestjs/common';
import { serviceNames } from '../../../catalog/index.js';
import { CustomerQueries } from '../../../customers/index.js';
import { StoreZones } from '../../../../platform/clock/index.js';
import { Clock } from '../../../../platform/clock/index.js';
import { Database } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import { itemsOfRefunds, refundById } from '../../data/refunds.js';
import type { RefundDto } from '../../http/dto/refund.dto.js';
import { presentRefund } from '../../http/present-refund.js';
import { ScreenStores } from '../../http/screen-stores.js';
import type { PackagePlan } from '../data/package-plans.js';
import { packageById, packagesByIds } from '../data/packages.js';
import { sessionUseById, waitingUses } from '../data/session-uses.js';
import { PackageQueries, type PackageDetail } from '../package-queries.js';
import type {
  PackageDetailDto,
  PackageDto,
  SessionUseDto,
  StaffPackageDto,
} from './dto/package.dto.js';
import type { StaffPackagePlanDto } from './dto/package-plan.dto.js';
import { presentStaffPackagePlan } from './present-package-plan.js';
import { presentPackage, presentPackageDetail, presentSessionUse } from './present-package.js';

/** Packages as phone and desk show them. */
@Injectable()
export class PackageScreens {
  constructor(
    private readonly database: Database,
    private readonly queries: PackageQueries,
    private readonly customers: CustomerQueries,
    private readonly stores: ScreenStores,
    private readonly zones: StoreZones,
    private readonly clock: Clock,
  ) {}

  async plans(plans: readonly PackagePlan[]): Promise<StaffPackagePlanDto[]> {
    const stores = await this.stores.of(plans.flatMap((plan) => plan.storeIds));
    const names = await serviceNames(
      this.database,
      plans.flatMap((plan) => plan.items.flatMap((item) => item.serviceIds)),
    );
    return plans.map((plan) => presentStaffPackagePlan(plan, stores, names));
  }

  async ofClient(customerId: string): Promise<PackageDto[]> {
    const sights = await this.queries.ofCustomer(customerId);
    const stores = await this.stores.of(sights.map(({ pack }) => pack.storeId));
    return sights.map((sight) => presentPackage(sight, stores, this.clock.now()));
  }

  /** @throws Refusal PACKAGE_NOT_FOUND also when it is another client's, or was not paid for */
  async detailOf(customerId: string, id: string): Promise<PackageDetailDto> {
    const sight = await this.queries.detail(id);
    if (sight?.pack.customerId !== customerId || isUnpaid(sight))
      return refuse('PACKAGE_NOT_FOUND');
    const stores = await this.stores.of(storesOf(sight));
    return presentPackageDetail(sight, stores, this.clock.now(), { customerId });
  }

  /** @throws Refusal PACKAGE_NOT_FOUND */
  async staffDetail(id: string): Promise<StaffPackageDto> {
    const sight = (await this.queries.detail(id)) ?? refuse('PACKAGE_NOT_FOUND');
    const [shown] = await this.#staff(sight.pack.customerId, [sight]);
    return shown ?? refuse('PACKAGE_NOT_FOUND');
  }

  async staffList(customerId: string): Promise<StaffPackageDto[]> {
    return this.#staff(customerId, await this.queries.details(customerId));
  }

  /** @throws Refusal REFUND_NOT_FOUND */
  async refund(id: string): Promise<RefundDto> {
    const refund = (await refundById(this.database, id)) ?? refuse('REFUND_NOT_FOUND');
    const zoneOf = await this.zones.of([refund.storeId]);
    return presentRefund(refund, await itemsOfRefunds(this.database, [id]), zoneOf);
  }

  /** What waits for her word, latest first. */
  async waitingUses(customerId: string): Promise<SessionUseDto[]> {
    const uses = await waitingUses(this.database, customerId, MOST_WAITING);
    const packs = await packagesByIds(this.database, [
      ...new Set(uses.map((use) => use.packageId)),
    ]);
    const names = new Map(packs.map((pack) => [pack.id, pack.name]));
    const stores = await this.stores.of(uses.map((use) => use.storeId));
    return uses.map((use) => presentSessionUse(use, names.get(use.packageId) ?? '', stores));
  }

  /** @throws Refusal SESSION_USE_NOT_FOUND */
  async use(id: string): Promise<SessionUseDto> {
    const use = (await sessionUseById(this.database, id)) ?? refuse('SESSION_USE_NOT_FOUND');
    const pack = await packageById(this.database, use.packageId);
    return presentSessionUse(use, pack?.name ?? '', await this.stores.of([use.storeId]));
  }

  async #staff(customerId: string, sights: readonly PackageDetail[]): Promise<StaffPackageDto[]> {
    if (sights.length === 0) return [];
    const stores = await this.stores.of(sights.flatMap(storesOf));
    const client = await this.customers.summary(this.database, customerId);
    return sights.map((sight) => {
      const { pack } = sight;
      return {
        ...presentPackageDetail(sight, stores, this.clock.now()),
        ...{ customerId: pack.customerId, customerName: client?.name ?? '' },
        ...{ tender: pack.tender, reference: pack.tenderReference, orderNo: pack.orderNo },
        ...{ paidFen: pack.paidFen, listPriceFen: pack.listPriceFen, byName: pack.byName },
        leftFen: sight.items.reduce((sum, item) => sum + item.leftFen, 0),
        ...{ txId: pack.entryNo, reverseReason: pack.reverseReason },
      };
    });
  }
}

const MOST_WAITING = 20;

const storesOf = ({ pack, uses }: PackageDetail): string[] => [
  pack.storeId,
  ...uses.map((use) => use.storeId),
];

const isUnpaid = ({ pack }: PackageDetail): boolean =>
  pack.state === 'pending' || pack.state === 'closed';
