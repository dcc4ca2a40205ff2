import type { CareSalon } from '../../../support/given/care.js';
import type { GivenClient } from '../../../support/given/index.js';
import type { Api, Right } from './right-values.js';

/** What calls about words of a client take. */
export const FEEDBACK_VALUES: Right = {
  'POST /api/client/appointments/{id}/feedback wish': 'lighter',
  'POST /api/client/appointments/{id}/feedback words': '肩膀那里轻一点',
};

/** A client who is being served and has said a word. @throws Error when it is not taken */
export async function givenFeedback(
  api: Api,
  salon: CareSalon,
  client: GivenClient,
): Promise<{ readonly visitId: string; readonly feedbackId: string }> {
  const { visitId } = await salon.served('20:00', 'in_service', client);
  const path = `/client/appointments/${visitId}/feedback`;
  const answer = await api.call(path, { token: client.token, body: { wish: 'come' } });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { visitId, feedbackId: (answer.body as { id: string }).id };
}
