import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { anApi, type Answer, type TestApi } from '../../../test/support/an-api.js';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  aPlace,
  aSalon,
  aService,
  aStore,
  aTherapist,
  aVisit,
  book,
  codeOf,
  handsOn,
  processing,
  type GivenClient,
  type Salon,
} from '../../../test/support/given/index.js';
import { aClient } from '../../../test/support/people.js';
import { Database, setupVersion, type SqlParams } from '../../platform/database/index.js';
import { SETUP_TABLES } from '../../platform/database/setup-version.js';
import { newId } from '../../platform/ids/index.js';
import { StoreSetups } from './store-setups.js';

/** Two processes on one database. */
let here: TestApi;
let there: TestApi;
let client: GivenClient;
beforeAll(async () => {
  const url = await workerDatabaseUrl();
  [here, there] = await Promise.all([anApi(url), anApi(url)]);
  for (const api of [here, there]) api.clock.set(MONDAY_TEN);
  client = await aClient(here);
});
afterAll(async () => {
  await Promise.all([here.close(), there.close()]);
});

/** The real database, with a note of what is asked of it. */
class NotedDatabase extends Database {
  readonly asked: string[] = [];

  override rows<T>(sql: string, params?: SqlParams): Promise<T[]> {
    this.asked.push(sql);
    return super.rows<T>(sql, params);
  }
}

const aNotedDatabase = (): NotedDatabase => new NotedDatabase(here.app.get(DataSource));

async function startsOf(api: TestApi, { store }: Salon, serviceId: string): Promise<string[]> {
  const query = `storeId=${store.id}&serviceIds=${serviceId}&from=${TODAY}&days=1`;
  const answer: Answer = await api.call(`/client/availability?${query}`, { token: client.token });
  const { days } = answer.body as { days?: { times: { start: string }[] }[] };
  return days?.flatMap((day) => day.times.map((time) => time.start)) ?? [String(codeOf(answer))];
}

describe('how a store is set up', () => {
  it('is read once, and again only when somebody changed it', async () => {
    const { store } = await aSalon(here);
    const noted = aNotedDatabase();
    const setups = new StoreSetups(noted);
    const first = await setups.of(store.id);
    const reads = noted.asked.length;
    expect(await setups.of(store.id)).toBe(first);
    expect(noted.asked.length).toBe(reads + 1);
    await aTherapist(here, store);
    await aService(here, store, { segments: [handsOn(30), processing(10), handsOn(10)] });
    const second = await setups.of(store.id);
    const sizes = [first, second].map((setup) => [
      setup?.means.members.length,
      setup?.shortestMinutes,
    ]);
    expect(sizes).toEqual([
      [1, 60],
      [2, 50],
    ]);
  });

  it('is read from no table whose writes do not raise the version', async () => {
    const { store } = await aSalon(here);
    const noted = aNotedDatabase();
    await new StoreSetups(noted).of(store.id);
    const read = noted.asked.flatMap((sql) =>
      [...sql.matchAll(/\b(?:FROM|JOIN)\s+([a-z_]+)/g)].map((match) => match[1] ?? ''),
    );
    const known: readonly string[] = [...SETUP_TABLES, 'setup_version'];
    expect(new Set(read).size).toBeGreaterThan(8);
    expect(read.filter((table) => !known.includes(table))).toEqual([]);
  });

  it('is read once for all who ask at the same time', async () => {
    const { store } = await aSalon(here);
    const noted = aNotedDatabase();
    const setups = new StoreSetups(noted);
    const found = await Promise.all(Array.from({ length: 20 }, () => setups.of(store.id)));
    expect(new Set(found).size).toBe(1);
    expect(noted.asked.filter((sql) => sql.includes('FROM staff_store s')).length).toBe(1);
  });

  it('is kept for a hundred stores, those asked for last, and for no store that does not exist', async () => {
    const [kept, first] = await Promise.all([aSalon(here), aStore(here)]);
    const noted = aNotedDatabase();
    const setups = new StoreSetups(noted);
    const before = await setups.of(kept.store.id);
    for (let n = 0; n < 150; n += 1) expect(await setups.of(newId())).toBeUndefined();
    expect(await setups.of(kept.store.id)).toBe(before);
    const pushedOut = await setups.of(first.id);
    const others = await Promise.all(Array.from({ length: 100 }, () => aStore(here)));
    // Opening them raised the version: everything is read anew, the first one first.
    const again = await setups.of(first.id);
    expect(again).not.toBe(pushedOut);
    for (const store of others) await setups.of(store.id);
    expect(await setups.of(first.id)).not.toBe(again);
  });
});

describe('a change of the setup in one process', () => {
  it('counts in another from its next question on', async () => {
    const salon = await aSalon(here);
    const { store, serviceId, therapist } = salon;
    const ask = (id = serviceId): Promise<string[]> => startsOf(there, salon, id);
    const offered = await ask();
    expect(offered.length).toBeGreaterThan(10);
    const short = await aService(here, store, { segments: [handsOn(30)] });
    expect((await ask(short)).length).toBeGreaterThan(offered.length);
    const change = (sql: string, id: string): Promise<unknown> =>
      here.unitOfWork.run((tx) => tx.run(sql, [id]));
    await change("UPDATE service SET state = 'retired' WHERE id = ?", short);
    expect(await ask(short)).toEqual(['SERVICE_NOT_FOUND']);
    await change("UPDATE staff_member SET state = 'left' WHERE id = ?", therapist.staffId);
    expect(await ask()).toEqual([]);
    const start = store.at(TODAY, '15:00');
    expect(codeOf(await book(there, client.token, salon.wish(start)))).toBe('STAFF_NOT_AVAILABLE');
    await change("UPDATE staff_member SET state = 'active' WHERE id = ?", therapist.staffId);
    expect(await ask()).toEqual(offered);
    await change(`INSERT INTO store_closure VALUES (?, '${TODAY}', '盘点')`, store.id);
    expect(await ask()).toEqual([]);
    await change("UPDATE store SET state = 'paused' WHERE id = ?", store.id);
    expect(await ask()).toEqual(['STORE_CLOSED']);
    expect(codeOf(await book(there, client.token, salon.wish(start)))).toBe('STORE_CLOSED');
  });

  it('raises the version, whichever use case made it; a booking does not', async () => {
    const raised = async (work: () => Promise<unknown>): Promise<boolean> => {
      const before = await setupVersion(here.database);
      await work();
      return (await setupVersion(here.database)) > before;
    };
    const salon = await aSalon(here);
    const { store } = salon;
    expect(await raised(() => aStore(here))).toBe(true);
    expect(await raised(() => aService(here, store))).toBe(true);
    expect(await raised(() => aTherapist(here, store))).toBe(true);
    expect(await raised(() => aPlace(here, store))).toBe(true);
    const visit = (): Promise<unknown> => aVisit(here, salon, store.at(TODAY, '12:00'), client);
    expect(await raised(visit)).toBe(false);
  });
});
