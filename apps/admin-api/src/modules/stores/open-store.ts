import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { StoreClosureEntity, StoreEntity, StoreHoursEntity } from './data/store.entity.js';
import { storeErrors, type StoreDraft } from './rules/store-draft.js';

/** Opens a store with its hours, its closures and its rules of booking. */
@Injectable()
export class OpenStore {
  constructor(private readonly clock: Clock) {}

  /**
   * @returns the id of the store
   * @throws Refusal INVALID_INPUT naming each field that does not hold
   */
  async execute(tx: Tx, draft: StoreDraft): Promise<string> {
    const fields = storeErrors(draft);
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
    const id = newId();
    const { settings, hours, closures, ...store } = draft;
    const createdAt = this.clock.now();
    await tx.manager.insert(StoreEntity, { id, ...store, ...settings, state: 'open', createdAt });
    if (hours.length > 0)
      await tx.manager.insert(
        StoreHoursEntity,
        hours.map((day) => ({ storeId: id, ...day })),
      );
    if (closures.length > 0)
      await tx.manager.insert(
        StoreClosureEntity,
        closures.map((closure) => ({ storeId: id, ...closure })),
      );
    return id;
  }
}
