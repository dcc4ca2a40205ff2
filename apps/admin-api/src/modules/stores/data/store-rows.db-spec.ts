import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { workerDatabaseUrl } from '../../../../test/support/database/index.js';
import { TestClock } from '../../../platform/clock/index.js';
import { Database, UnitOfWork, dataSourceOptions } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { OpenStore } from '../open-store.js';
import type { StoreDraft } from '../rules/store-draft.js';
import { StoreQueries } from '../store-queries.js';
import { BrandEntity, StoreClosureEntity, StoreEntity, StoreHoursEntity } from './store.entity.js';
import { openStores, openingTimesOf, storeById, storesByIds } from './store-rows.js';

const clock = new TestClock(new Date('2026-03-02T04:00:00Z'));
const openStore = new OpenStore(clock);
let source: DataSource;
let database: Database;
let unitOfWork: UnitOfWork;

beforeAll(async () => {
  const entities = [BrandEntity, StoreEntity, StoreHoursEntity, StoreClosureEntity];
  const settings = { url: await workerDatabaseUrl(), poolSize: 4 };
  source = await new DataSource(dataSourceOptions(settings, entities)).initialize();
  database = new Database(source);
  unitOfWork = new UnitOfWork(source);
});

afterAll(() => source.destroy());

const aStore = (change: Partial<StoreDraft> = {}): StoreDraft => ({
  name: `测试店 ${newId()}`,
  shortName: '测试',
  address: '上海市测试路 1 号',
  phone: '021-55550000',
  latitude: 31.214286,
  longitude: 121.443705,
  timeZone: 'Asia/Shanghai',
  settings: {
    slotStepMinutes: 15,
    leadMinutes: 60,
    horizonDays: 30,
    maxWaitMinutes: 15,
    maxOpenVisits: 3,
    phoneRequired: true,
    freeCancelHours: 4,
  },
  hours: [
    { weekday: 1, opensMinute: 600, closesMinute: 1320 },
    { weekday: 6, opensMinute: 600, closesMinute: 1500 },
  ],
  closures: [],
  ...change,
});

const opened = (change: Partial<StoreDraft> = {}): Promise<string> =>
  unitOfWork.run((tx) => openStore.execute(tx, aStore(change)));

describe('a store in the database', () => {
  it('reads back as it was opened, numbers as numbers', async () => {
    const draft = aStore();
    const id = await unitOfWork.run((tx) => openStore.execute(tx, draft));
    const { hours: _hours, closures: _closures, ...rest } = draft;
    expect(await storeById(database, id)).toEqual({ id, ...rest, state: 'open' });
  });

  it('gives hours and the closures of the asked days, in one read for several stores', async () => {
    const closures = [
      { date: '2026-03-05', reason: '盘点' },
      { date: '2026-05-01', reason: '劳动节' },
    ];
    const [one, other] = [await opened({ closures }), await opened()];
    const times = await openingTimesOf(database, [one, other], '2026-03-01', '2026-03-31');
    expect(times.get(one)).toEqual({ hours: aStore().hours, closures: [closures[0]] });
    expect(times.get(other)).toEqual({ hours: aStore().hours, closures: [] });
  });

  it('is no longer offered to clients while it is paused, but stays with its staff', async () => {
    const id = await opened();
    await unitOfWork.run((tx) => tx.run("UPDATE store SET state = 'paused' WHERE id = ?", [id]));
    expect((await openStores(database)).map((store) => store.id)).not.toContain(id);
    expect((await storesByIds(database, [id])).map((store) => store.state)).toEqual(['paused']);
  });

  it('refuses a draft that does not hold, and keeps nothing of it', async () => {
    const draft = aStore({ hours: [{ weekday: 1, opensMinute: 600, closesMinute: 600 }] });
    const refused = unitOfWork.run((tx) => openStore.execute(tx, draft));
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const rows = await database.rows('SELECT id FROM store WHERE name = ?', [draft.name]);
    expect(rows).toEqual([]);
  });
});

describe('StoreQueries', () => {
  it('tells whether the store is open today by its own calendar', async () => {
    // Noon of a Monday in Shanghai; still Sunday evening in New York, whose Sunday has no hours.
    const shanghai = await opened();
    const newYork = await opened({ timeZone: 'America/New_York' });
    const closed = await opened({ closures: [{ date: '2026-03-02', reason: '停电' }] });
    clock.set(new Date('2026-03-02T04:00:00Z'));
    const queries = new StoreQueries(database, clock);
    const listed = await queries.listForStaff([shanghai, newYork, closed]);
    const today = new Map(listed.map(({ store, openToday }) => [store.id, openToday]));
    expect(today.get(shanghai)).toEqual({ opensMinute: 600, closesMinute: 1320 });
    expect(today.get(newYork)).toBeNull();
    expect(today.get(closed)).toBeNull();
  });
});
