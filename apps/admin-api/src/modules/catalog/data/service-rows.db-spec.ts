import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { workerDatabaseUrl } from '../../../../test/support/database/index.js';
import {
  Database,
  UnitOfWork,
  dataSourceOptions,
  isCheckViolation,
} from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { AddCategory } from '../add-category.js';
import { OfferService } from '../offer-service.js';
import type { ServiceDraft } from '../rules/service-definition.js';
import {
  ServiceCategoryEntity,
  ServiceEntity,
  ServiceGradePriceEntity,
  ServiceSegmentEntity,
  ServiceStoreEntity,
} from './catalog.entity.js';
import { serviceNames, servicesForBooking, servicesOfStore } from './service-rows.js';

const addCategory = new AddCategory();
const offerService = new OfferService();
let source: DataSource;
let database: Database;
let unitOfWork: UnitOfWork;
let storeId: string;
let categoryId: string;

beforeAll(async () => {
  const entities = [
    ServiceCategoryEntity,
    ServiceEntity,
    ServiceSegmentEntity,
    ServiceStoreEntity,
    ServiceGradePriceEntity,
  ];
  const settings = { url: await workerDatabaseUrl(), poolSize: 4 };
  source = await new DataSource(dataSourceOptions(settings, entities)).initialize();
  database = new Database(source);
  unitOfWork = new UnitOfWork(source);
  storeId = await aStoreRow();
  categoryId = await unitOfWork.run((tx) => addCategory.execute(tx, `染发 ${newId()}`, 1));
});

afterAll(() => source.destroy());

/** A row of another module's table, as bare as its keys allow. */
async function aStoreRow(): Promise<string> {
  const id = newId();
  await unitOfWork.run((tx) =>
    tx.run(
      `INSERT INTO store (id, name, short_name, address, phone, latitude, longitude, time_zone, state,
         slot_step_minutes, lead_minutes, horizon_days, max_wait_minutes, max_open_visits, phone_required,
         free_cancel_hours, created_at)
       VALUES (?, ?, '测试', '测试路', '021-55550000', 31, 121, 'Asia/Shanghai', 'open', 15, 60, 30, 15, 3, 1, 4, ?)`,
      [id, `测试店 ${id}`, new Date('2026-03-02T04:00:00Z')],
    ),
  );
  return id;
}

const NOTHING_NEEDED = { skillId: null, roomKind: null, deviceKind: null, keepsRoom: false };

const aService = (change: Partial<ServiceDraft> = {}): ServiceDraft => ({
  categoryId,
  name: `染发 ${newId()}`,
  description: '低氨染膏。',
  priceFen: 58_000,
  memberPriceFen: 52_000,
  onlineBookable: true,
  confirmPolicy: 'staff',
  bufferBeforeMinutes: 5,
  bufferAfterMinutes: 10,
  sort: 1,
  imageUrl: null,
  segments: [
    {
      ...NOTHING_NEEDED,
      kind: 'hands_on',
      minutes: 40,
      label: '上色',
      position: 'colourist',
      roomKind: 'hair',
    },
    {
      ...NOTHING_NEEDED,
      kind: 'processing',
      minutes: 35,
      label: '停留',
      position: null,
      keepsRoom: true,
    },
    {
      ...NOTHING_NEEDED,
      kind: 'hands_on',
      minutes: 15,
      label: '冲洗',
      position: 'assistant',
      roomKind: 'wash',
    },
  ],
  gradePrices: [
    { grade: 'director', priceFen: 88_000 },
    { grade: 'junior', priceFen: 48_000 },
  ],
  storeIds: [storeId],
  ...change,
});

const offered = (change: Partial<ServiceDraft> = {}): Promise<string> =>
  unitOfWork.run((tx) => offerService.execute(tx, aService(change)));

describe('a service in the database', () => {
  it('reads back with its steps in order, its needs, and numbers as numbers', async () => {
    const draft = aService();
    const id = await unitOfWork.run((tx) => offerService.execute(tx, draft));
    const [found] = await servicesForBooking(database, [id], storeId);
    const { storeIds: _stores, ...expected } = draft;
    expect(found).toMatchObject({ id, ...expected });
  });

  it('comes once and in the order asked, without what the store does not offer', async () => {
    const [first, second] = [await offered(), await offered()];
    const elsewhere = await offered({ storeIds: [await aStoreRow()] });
    const asked = [second, elsewhere, first, second, newId()];
    const found = await servicesForBooking(database, asked, storeId);
    expect(found.map((service) => service.id)).toEqual([second, first]);
  });

  it('leaves the menu when it is retired, while its name stays readable', async () => {
    const name = `旧项目 ${newId()}`;
    const id = await offered({ name });
    await unitOfWork.run((tx) => tx.run("UPDATE service SET state = 'retired' WHERE id = ?", [id]));
    expect(await servicesForBooking(database, [id], storeId)).toEqual([]);
    expect((await servicesOfStore(database, storeId)).map((service) => service.id)).not.toContain(
      id,
    );
    expect(await serviceNames(database, [id])).toEqual(new Map([[id, name]]));
  });

  it('stands on the menu by category, then by its place', async () => {
    const own = await aStoreRow();
    const later = await unitOfWork.run((tx) => addCategory.execute(tx, `烫发 ${newId()}`, 9));
    const third = await offered({ storeIds: [own], categoryId: later, sort: 1 });
    const second = await offered({ storeIds: [own], sort: 2 });
    const first = await offered({ storeIds: [own], sort: 1 });
    const menu = await servicesOfStore(database, own);
    expect(menu.map((service) => service.id)).toEqual([first, second, third]);
  });

  it('is refused with its wrong fields, and nothing of it is kept', async () => {
    const draft = aService({ memberPriceFen: 99_000 });
    const refused = unitOfWork.run((tx) => offerService.execute(tx, draft));
    await expect(refused).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'memberPriceFen' }],
    });
    expect(await database.rows('SELECT id FROM service WHERE name = ?', [draft.name])).toEqual([]);
  });

  it.each([
    ['minutes off the grid', 'UPDATE service_segment SET minutes = 7 WHERE service_id = ?'],
    [
      'a person while processing',
      "UPDATE service_segment SET position = 'stylist' WHERE service_id = ?",
    ],
    ['nobody hands-on', 'UPDATE service_segment SET position = NULL WHERE service_id = ?'],
    ['a member price above the price', 'UPDATE service SET price_fen = 1 WHERE id = ?'],
  ])('is guarded by the database against %s', async (_what, sql) => {
    const id = await offered();
    const error: unknown = await unitOfWork
      .run((tx) => tx.run(sql, [id]))
      .catch((reason: unknown) => reason);
    expect(isCheckViolation(error)).toBe(true);
  });
});
