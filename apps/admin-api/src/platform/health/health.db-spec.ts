import { afterEach, describe, expect, it } from '@jest/globals';
import { freshSchema, type FreshSchema } from '../../../test/support/database/index.js';
import { Lifecycle } from '../shutdown/index.js';
import { aConfig } from '../testing/a-config.js';
import { anApp, type TestApp } from '../testing/an-app.js';

let schema: FreshSchema;
let test: TestApp;

afterEach(async () => {
  await test.app.close();
  await schema.drop();
});

async function start(migrated: boolean): Promise<void> {
  schema = await freshSchema({ migrated });
  test = await anApp(aConfig({ DATABASE_URL: schema.url }));
}

async function ask(path: string): Promise<[number, unknown]> {
  const response = await fetch(test.url + path);
  return [response.status, await response.json()];
}

describe('health', () => {
  it('is ready when the database answers and every migration has run', async () => {
    await start(true);
    expect(await ask('/health/ready')).toEqual([200, { status: 'ok' }]);
  });

  it('is alive and not ready before the migrations have run', async () => {
    await start(false);
    expect(await ask('/health/live')).toEqual([200, { status: 'ok' }]);
    expect(await ask('/health/ready')).toEqual([
      503,
      { status: 'unavailable', reason: 'migrations' },
    ]);
  });

  it('is not ready any more once the process stops', async () => {
    await start(true);
    test.app.get(Lifecycle).beginStop();
    expect(await ask('/health/ready')).toEqual([
      503,
      { status: 'unavailable', reason: 'stopping' },
    ]);
  });
});
