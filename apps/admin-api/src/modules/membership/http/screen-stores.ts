import { Injectable } from '@nestjs/common';
import { storesByIds } from '../../stores/index.js';
import { Database } from '../../../platform/database/index.js';
import type { StoresById } from './present-wallet.js';

/** Names and zones of stores for screens. */
@Injectable()
export class ScreenStores {
  constructor(private readonly database: Database) {}

  /** Those of these ids that exist. One read. */
  async of(ids: Iterable<string>): Promise<StoresById> {
    const stores = await storesByIds(this.database, [...new Set(ids)]);
    return new Map(stores.map((store) => [store.id, store]));
  }
}
