import { Injectable } from '@nestjs/common';
import { CreateCustomer } from '../../modules/customers/index.js';
import { instantOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { STORES } from '../content/stores.js';
import type { PlannedClient } from '../plan/client-plan.js';
import type { House } from './house.js';
import { inParallel } from './in-parallel.js';
import { deskOf } from './staff-of.js';

const AT_ONCE = 6;
/** Files are opened before the first visit of the day. */
const OPENING_MINUTE = 570;

/** Opens the client files, oldest first. */
@Injectable()
export class ClientLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly createCustomer: CreateCustomer,
  ) {}

  /** @returns the id of each planned client's file, oldest first: what comes later takes clients by their place */
  async load(
    house: House,
    clients: readonly PlannedClient[],
  ): Promise<ReadonlyMap<PlannedClient, string>> {
    const oldestFirst = [...clients].sort((a, b) => (a.since < b.since ? -1 : 1));
    // Opened side by side, they are done in any order: each has its place from the beginning.
    const ids = new Map(oldestFirst.map((client) => [client, '']));
    await inParallel(oldestFirst, AT_ONCE, async (client) => {
      const { name, gender, birthday, phone, source, note, store, since } = client;
      const createdAt = instantOf(since, OPENING_MINUTE, STORES[store].timeZone);
      const homeStoreId = house.stores[store];
      const file = { name, gender, birthday, phone, source, note, homeStoreId, createdAt };
      const { id } = await this.unitOfWork.run((tx) =>
        this.createCustomer.execute(tx, file, deskOf(house, store)),
      );
      ids.set(client, id);
    });
    return ids;
  }
}
