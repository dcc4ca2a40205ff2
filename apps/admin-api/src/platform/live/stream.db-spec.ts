import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { UnitOfWork } from '../database/index.js';
import { newId } from '../ids/index.js';
import { LiveStreams } from './live-streams.js';
import { Outbox } from '../outbox/index.js';
import { aConfig } from '../testing/a-config.js';
import { anApp, type TestApp } from '../testing/an-app.js';
import { openStream, type OpenStream } from '../testing/read-stream.js';
import { until } from '../testing/until.js';

let test: TestApp;
let store: string;
let token: string;
let opened: OpenStream[];

beforeEach(async () => {
  test = await anApp(aConfig({ DATABASE_URL: await workerDatabaseUrl() }));
  store = newId();
  token = test.sessions.manager(newId(), store);
  opened = [];
});

afterEach(async () => {
  for (const stream of opened) stream.close();
  await test.app.close();
});

async function open(storeId = store): Promise<OpenStream> {
  const stream = await openStream(`${test.url}/api/staff/stream?storeId=${storeId}`, token);
  opened.push(stream);
  return stream;
}

const tell = (subjectId: string): Promise<void> =>
  test.app.get(UnitOfWork).run((tx) =>
    test.app.get(Outbox).add(tx, {
      topic: 'appointment.confirmed',
      storeId: store,
      subjectId,
      payload: { reason: 'inside' },
    }),
  );

describe('GET /api/staff/stream', () => {
  it('tells which visit changed and how, and nothing of its content', async () => {
    const stream = await open();
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream');
    await tell('visit-1');
    await until('it arrived', () => stream.text().includes('visit-1'));
    expect(stream.text()).toMatch(/^retry: \d+\n\n/);
    expect(stream.text()).toMatch(
      /id: \d+\nevent: appointment\ndata: {"id":"visit-1","topic":"appointment.confirmed","at":"2026-11-22T02:00:00.000Z"}\n\n/,
    );
    expect(stream.text()).not.toContain('inside');
  });

  it('is refused for a store that is not hers, without a store, and without a session', async () => {
    expect((await open(newId())).response.status).toBe(403);
    expect((await open('')).response.status).toBe(400);
    token = 'token-of-nobody-at-all';
    expect((await open()).response.status).toBe(401);
  });

  it('is refused beyond eight at once for one person, however fast they are asked for', async () => {
    await Promise.all(Array.from({ length: 12 }, () => open()));
    const statuses = opened.map((stream) => stream.response.status).sort();
    expect(statuses).toEqual([...Array.from({ length: 8 }, () => 200), 429, 429, 429, 429]);
    const refused = opened.find((stream) => stream.response.status === 429);
    expect(refused?.response.headers.get('retry-after')).toBe('15');
  });

  it('gives the place back when the reader leaves', async () => {
    await Promise.all(Array.from({ length: 8 }, () => open()));
    opened.pop()?.close();
    await until('there is room again', async () => (await open()).response.status === 200);
  });

  it('stays open with a heartbeat while the session lasts, and ends with it', async () => {
    const stream = await open();
    const streams = test.app.get(LiveStreams);
    await streams.beat();
    await until('a heartbeat came', () => stream.text().endsWith('\n\n:\n\n'));
    test.sessions.staff.delete(token);
    await streams.beat();
    await stream.ended;
    await until('its place is free', () => streams.size === 0);
  });
});
