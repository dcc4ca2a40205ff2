import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { MONDAY_TEN, TOMORROW, aSalon, aVisit, book } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';

interface Offered {
  readonly start: string;
}

let api: TestApi;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
});
afterAll(() => api.close());

describe('the times offered instead of one that was taken', () => {
  it('are times that the calendar offers to a client, none that would leave a hole nobody can sell', async () => {
    const salon = await aSalon(api);
    const { token } = await aClient(api);
    await aVisit(api, salon, salon.store.at(TOMORROW, '14:00'));

    const refused = await book(api, token, salon.wish(salon.store.at(TOMORROW, '14:00')));
    const { alternatives } = refused.body as { alternatives: Offered[] };
    const query = new URLSearchParams({
      ...{ storeId: salon.store.id, serviceIds: salon.serviceId },
      ...{ staffId: salon.therapist.staffId, from: TOMORROW, days: '1' },
    });
    const { body } = await api.call(`/client/availability?${query.toString()}`, { token });
    const shown = (body as { days: { times: Offered[] }[] }).days.flatMap(({ times }) => times);

    expect(alternatives.length).toBeGreaterThan(0);
    expect(shown.map(({ start }) => start)).toEqual(
      expect.arrayContaining(alternatives.map(({ start }) => start)),
    );
  });
});
