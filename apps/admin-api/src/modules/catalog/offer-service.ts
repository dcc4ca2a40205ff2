import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import {
  ServiceEntity,
  ServiceGradePriceEntity,
  ServiceSegmentEntity,
  ServiceStoreEntity,
} from './data/catalog.entity.js';
import { serviceErrors, type ServiceDraft } from './rules/service-definition.js';

/** Puts a service on the menu of one or more stores, with its steps and prices. */
@Injectable()
export class OfferService {
  /**
   * @returns the id of the service
   * @throws Refusal INVALID_INPUT naming each field that does not hold
   */
  async execute(tx: Tx, draft: ServiceDraft): Promise<string> {
    const fields = serviceErrors(draft);
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
    const serviceId = newId();
    const { segments, gradePrices, storeIds, ...service } = draft;
    await tx.manager.insert(ServiceEntity, { id: serviceId, ...service, state: 'active' });
    await tx.manager.insert(
      ServiceSegmentEntity,
      segments.map((segment, index) => ({ serviceId, seq: index + 1, ...segment })),
    );
    await tx.manager.insert(
      ServiceStoreEntity,
      storeIds.map((storeId) => ({ serviceId, storeId })),
    );
    if (gradePrices.length > 0)
      await tx.manager.insert(
        ServiceGradePriceEntity,
        gradePrices.map((price) => ({ serviceId, ...price })),
      );
    return serviceId;
  }
}
