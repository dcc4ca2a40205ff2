import { Injectable } from '@nestjs/common';
import { ERRORS, type ErrorCode } from '@yance/shared-types';
import { CustomerQueries } from '../../customers/index.js';
import { storesByIds } from '../../stores/index.js';
import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { batchById, rowsOfBatch } from '../data/batches.js';
import { changesOf } from '../data/changes.js';
import type { Coupon } from '../data/coupons.js';
import { templateById, type Template } from '../data/templates.js';
import { namesOfItems } from '../item-names.js';
import type { CouponBatchDto, CouponDto, StaffCouponDto } from './dto/coupon.dto.js';
import { presentCoupon, presentStaffCoupon, type StoresById } from './present-coupon.js';
import type { NamesById } from './present-template.js';

const isCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);

/** Brings the names that screens of coupons show. */
@Injectable()
export class CouponScreens {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerQueries,
  ) {}

  /** Names of the stores, services and products of these templates. */
  async namesOf(
    templates: readonly Pick<Template, 'storeIds' | 'serviceIds' | 'productIds'>[],
  ): Promise<NamesById> {
    const stores = await this.storesOf(templates.flatMap(({ storeIds }) => storeIds));
    const items = await namesOfItems(this.database, templates);
    return new Map([...items, ...[...stores].map(([id, { name }]) => [id, name] as const)]);
  }

  async storesOf(ids: Iterable<string>): Promise<StoresById> {
    const stores = await storesByIds(this.database, [...new Set(ids)]);
    return new Map(stores.map((store) => [store.id, store]));
  }

  async coupons(coupons: readonly Coupon[]): Promise<CouponDto[]> {
    const stores = await this.storesOf(coupons.flatMap(storesNamed));
    return coupons.map((coupon) => presentCoupon(coupon, stores));
  }

  async staffCoupons(coupons: readonly Coupon[]): Promise<StaffCouponDto[]> {
    const changes = await changesOf(
      this.database,
      coupons.map(({ id }) => id),
    );
    const stores = await this.storesOf([
      ...coupons.flatMap(storesNamed),
      ...changes.map((change) => change.storeId),
    ]);
    return coupons.map((coupon) => presentStaffCoupon(coupon, changes, stores));
  }

  /** @throws Refusal COUPON_BATCH_NOT_FOUND, also for a batch of a store that is not among these */
  async batch(id: string, storeIds: readonly string[]): Promise<CouponBatchDto> {
    const batch = await batchById(this.database, id);
    if (!batch || !storeIds.includes(batch.storeId)) return refuse('COUPON_BATCH_NOT_FOUND');
    const rows = await rowsOfBatch(this.database, id);
    const clients = await this.customers.summaries(
      this.database,
      rows.map((row) => row.customerId),
    );
    const nameOf = new Map(clients.map((client) => [client.id, client.name]));
    const template = await templateById(this.database, batch.templateId);
    const zone = (await this.storesOf([batch.storeId])).get(batch.storeId)?.timeZone ?? HOME_ZONE;
    return {
      ...{ id, state: batch.state, templateId: batch.templateId, storeId: batch.storeId },
      ...{ templateName: template?.name ?? '', byName: batch.byName, total: rows.length },
      at: toRfc3339(batch.createdAt, zone),
      issued: rows.filter((row) => row.couponId !== null).length,
      refused: rows.filter((row) => row.refusal !== null).length,
      rows: rows.map(({ customerId, couponId, refusal }) => ({
        ...{ clientId: customerId, clientName: nameOf.get(customerId) ?? '', couponId },
        ...{ code: refusal, message: refusal === null ? null : sentenceOf(refusal) },
      })),
    };
  }
}

const storesNamed = (coupon: Coupon): string[] => [coupon.storeId, ...coupon.terms.storeIds];

const sentenceOf = (code: string): string =>
  isCode(code) ? ERRORS[code].detail : ERRORS.INTERNAL.detail;
