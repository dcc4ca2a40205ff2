import type { INestApplicationContext } from '@nestjs/common';
import { CreateStaffAccount } from '../modules/identity/index.js';
import { HireStaff } from '../modules/staff/index.js';
import {
  OpenStore,
  SetUpBrand,
  brandOf,
  openStores,
  type StoreDraft,
} from '../modules/stores/index.js';
import { UnitOfWork, type Tx } from '../platform/database/index.js';

/** The salon's first store, for a database that has none. */
export interface FirstStore {
  readonly brand: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly latitude: number;
  readonly longitude: number;
}

export interface FirstOwner {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly store?: FirstStore;
}

/** Somebody already owns this salon; whoever comes next is invited from the console. */
export class OwnerExists extends Error {
  constructor() {
    super('已有老板账号，没有再创建');
    this.name = 'OwnerExists';
  }
}

/** A person works in a store, and there is none yet. */
export class StoreNeeded extends Error {
  constructor() {
    super('数据库里还没有门店，请同时给出 --brand --store --address --phone --location');
    this.name = 'StoreNeeded';
  }
}

/** What a salon usually starts with; the manager changes it later. Open every day from ten to nine. */
function storeDraft(store: FirstStore): StoreDraft {
  const { name, address, phone, latitude, longitude } = store;
  return {
    ...{ name, shortName: name.slice(0, 20), address, phone, latitude, longitude },
    timeZone: 'Asia/Shanghai',
    settings: {
      slotStepMinutes: 15,
      leadMinutes: 60,
      horizonDays: 30,
      maxWaitMinutes: 15,
      maxOpenVisits: 3,
      phoneRequired: true,
      freeCancelHours: 2,
    },
    hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      opensMinute: 600,
      closesMinute: 1260,
    })),
    closures: [],
  };
}

async function storesFor(
  app: INestApplicationContext,
  tx: Tx,
  store: FirstStore | undefined,
): Promise<string[]> {
  const known = await openStores(tx);
  if (known.length > 0) return known.map(({ id }) => id);
  if (!store) throw new StoreNeeded();
  if (!(await brandOf(tx))) {
    await app
      .get(SetUpBrand, { strict: false })
      .execute(tx, { name: store.brand, slogan: '', story: '' });
  }
  return [await app.get(OpenStore, { strict: false }).execute(tx, storeDraft(store))];
}

/**
 * Lets the first owner of a salon in, for all of its stores; opens the first store when there is none.
 * @throws OwnerExists, StoreNeeded, and what hiring and creating the account refuse
 */
export function createFirstOwner(app: INestApplicationContext, owner: FirstOwner): Promise<void> {
  return app.get(UnitOfWork).run(async (tx) => {
    const known = await tx.row(
      `SELECT 1 FROM staff_role r JOIN staff_member m ON m.id = r.staff_id
       WHERE r.role = 'owner' AND m.state = 'active' LIMIT 1`,
    );
    if (known) throw new OwnerExists();
    const storeIds = await storesFor(app, tx, owner.store);
    const staffId = await app.get(HireStaff, { strict: false }).execute(tx, {
      name: owner.name,
      displayName: owner.name,
      gender: 'unknown',
      position: 'owner',
      grade: 'director',
      title: '老板',
      bio: '',
      avatarUrl: null,
      onlineBookable: false,
      storeIds,
      skillIds: [],
    });
    const { username, password } = owner;
    const account = { staffId, username, password, roles: ['owner'] as const };
    await app.get(CreateStaffAccount, { strict: false }).execute(tx, account);
  });
}
