import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freshSchema, type FreshSchema } from '../../../../test/support/database/index.js';
import { Database, UnitOfWork } from '../../database/index.js';
import { newId } from '../../ids/index.js';
import { aConfig } from '../../testing/a-config.js';
import { anApp, type TestApp } from '../../testing/an-app.js';
import { JobQueue, JobRegistry, JobWorker } from '../index.js';

let schema: FreshSchema;
let test: TestApp;
let token: string;
let broken: boolean;

beforeEach(async () => {
  schema = await freshSchema();
  test = await anApp(aConfig({ DATABASE_URL: schema.url }));
  token = test.sessions.manager(newId(), newId());
  broken = true;
  test.app.get(JobRegistry).register({
    queue: 'test',
    maxAttempts: 1,
    run: () => (broken ? Promise.reject(new Error('out of order')) : Promise.resolve()),
  });
});

afterEach(async () => {
  await test.app.close();
  await schema.drop();
});

async function aDeadJob(): Promise<void> {
  const jobs = test.app.get(JobQueue);
  await test.app.get(UnitOfWork).run((tx) => jobs.add(tx, { queue: 'test', payload: { a: 1 } }));
  await test.app.get(JobWorker).runDue();
}

interface Listed {
  items: { id: string; lastError: string; payload?: unknown }[];
  nextCursor?: string;
}

function ask(path: string, method = 'GET'): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  return fetch(`${test.url}/api/staff/jobs${path}`, { method, headers });
}

const listDead = async (more = ''): Promise<Listed> =>
  (await (await ask(`?state=dead${more}`)).json()) as Listed;

describe('dead jobs in the console', () => {
  it('are listed with why they failed and without their payload', async () => {
    await aDeadJob();
    const { items } = await listDead();
    expect(items).toMatchObject([
      { queue: 'test', state: 'dead', attempts: 1, lastError: 'Error: out of order' },
    ]);
    expect(items[0]?.payload).toBeUndefined();
  });

  it('come in pages, each job once', async () => {
    for (let n = 0; n < 53; n += 1) await aDeadJob();
    const first = await listDead();
    const second = await listDead(`&cursor=${first.nextCursor}`);
    const ids = [...first.items, ...second.items].map((job) => job.id);
    expect([first.items.length, second.items.length, new Set(ids).size]).toEqual([50, 3, 53]);
    expect(second.nextCursor).toBeUndefined();
  });

  it('run again when somebody says so, and it is known who did', async () => {
    await aDeadJob();
    const id = (await listDead()).items[0]!.id;
    broken = false;
    expect((await ask(`/${id}/retry`, 'POST')).status).toBe(204);
    expect(await test.app.get(JobWorker).runDue()).toBe(1);
    expect((await listDead()).items).toHaveLength(0);
    const trail = await test.app
      .get(Database)
      .rows('SELECT actor_kind, action, subject_id FROM audit_log');
    expect(trail).toEqual([{ actor_kind: 'staff', action: 'job.retried', subject_id: id }]);
  });

  it('that are none are refused by their state, unknown ones as not found', async () => {
    await aDeadJob();
    const id = (await listDead()).items[0]!.id;
    await ask(`/${id}/retry`, 'POST');
    const again = await ask(`/${id}/retry`, 'POST');
    expect([again.status, await again.json()]).toMatchObject([409, { code: 'JOB_NOT_DEAD' }]);
    const unknown = await ask(`/${newId()}/retry`, 'POST');
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { code: 'JOB_NOT_FOUND' }]);
  });
});
