import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { newId } from '../ids/index.js';
import { aProcess, type ProcessParts } from '../testing/a-platform.js';
import { until } from '../testing/until.js';
import { LiveFeed, type LiveEvent } from './live-feed.js';

let writer: ProcessParts;
let reader: ProcessParts;
let feed: LiveFeed;
let stops: (() => void)[];

beforeEach(async () => {
  const url = await workerDatabaseUrl();
  writer = await aProcess(url);
  reader = await aProcess(url);
  feed = new LiveFeed(reader.database, reader.log, reader.outbox);
  stops = [];
});

afterEach(async () => {
  for (const stop of stops) stop();
  await until('nobody listens', () => feed.listeners === 0);
  await Promise.all([writer.close(), reader.close()]);
});

const tell = (storeId: string, subjectId: string, topic = 'appointment.requested'): Promise<void> =>
  writer.unitOfWork.run((tx) =>
    writer.outbox.add(tx, { topic, storeId, subjectId, payload: { secret: 1 } }),
  );

async function listen(storeId: string): Promise<LiveEvent[]> {
  const heard: LiveEvent[] = [];
  stops.push(await feed.listen(storeId, (event) => heard.push(event)));
  return heard;
}

describe('the live feed', () => {
  it("tells another process's events within two seconds", async () => {
    const store = newId();
    const heard = await listen(store);
    const begun = performance.now();
    await tell(store, 'a');
    await until('it was told', () => heard.length === 1);
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(heard[0]).toMatchObject({
      topic: 'appointment.requested',
      subjectId: 'a',
      storeId: store,
    });
  });

  it('tells only what belongs to the store and may leave the house', async () => {
    const store = newId();
    const heard = await listen(store);
    await tell(newId(), 'other-store');
    await tell(store, 'inside', 'ledger.posted');
    await tell(store, 'last');
    await until('the last was told', () => heard.length > 0);
    expect(heard.map((event) => event.subjectId)).toEqual(['last']);
  });

  it('tells an event that became visible after younger ones, and each only once', async () => {
    const store = newId();
    const heard = await listen(store);
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const late = writer.unitOfWork.run(async (tx) => {
      await writer.outbox.add(tx, {
        topic: 'appointment.moved',
        storeId: store,
        subjectId: 'late',
        payload: {},
      });
      await gate;
    });
    await Promise.all(Array.from({ length: 20 }, (_, n) => tell(store, `s${n}`)));
    await until('the younger ones were told', () => heard.length === 20);
    release();
    await late;
    await until('the late one was told', () => heard.length === 21);
    await tell(store, 'end');
    await until('the end was told', () => heard.length === 22);
    expect(new Set(heard.map((event) => event.subjectId)).size).toBe(22);
  });

  it('begins with the present: what happened before is not told', async () => {
    const store = newId();
    await tell(store, 'before');
    const heard = await listen(store);
    await tell(store, 'after');
    await until('something was told', () => heard.length > 0);
    expect(heard.map((event) => event.subjectId)).toEqual(['after']);
  });

  it('works again for the next listener after everybody left', async () => {
    const store = newId();
    await listen(store);
    stops.pop()?.();
    await until('nobody listens', () => feed.listeners === 0);
    const heard = await listen(store);
    await tell(store, 'a');
    await until('it was told', () => heard.length === 1);
  });
});
