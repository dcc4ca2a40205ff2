import { newId } from '../../../../src/platform/ids/index.js';
import { TOMORROW, aService, book, type Salon, type Visit } from '../../../support/given/index.js';
import { aClient } from '../../../support/people.js';
import type { TestApi } from '../../../support/an-api.js';
import type { Right } from './right-values.js';

/** A visit that waits for the salon's yes or no, of a client of her own. @throws Error when it is not taken */
export async function givenRequest(api: TestApi, { store }: Salon): Promise<string> {
  const serviceId = await aService(api, store, { confirmPolicy: 'staff' });
  const { token } = await aClient(api);
  const start = store.at(TOMORROW, '18:00');
  const answer = await book(api, token, { storeId: store.id, start, services: [{ serviceId }] });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return (answer.body as Visit).id;
}

/** What calls about answers to requests take. */
export const valuesOfAnswers = ({ store }: Salon, staffId: string): Right => ({
  'POST /api/staff/appointments/{id}/offer options': [
    { start: store.at(TOMORROW, '16:00'), staffId },
  ],
  'POST /api/staff/appointments/{id}/decline reason': 'full',
  'POST /api/staff/appointments/{id}/decline words': '这个时间约满了',
  ...{ optionId: newId(), answerMinutes: 60, offerMinutes: 60 },
  ...{ freeCancelHours: 4, historyMonths: 6, mostNoShows: 3, mostLateCancels: 4 },
});
