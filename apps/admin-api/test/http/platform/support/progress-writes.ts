import { aCareSalon } from '../../../support/given/care.js';
import type { TestApi } from '../../../support/an-api.js';
import { count, type Given } from './writes.js';

/** A client who is being served, and what she has said. */
async function served(api: TestApi) {
  const salon = await aCareSalon(api);
  const { visitId, client } = await salon.served('14:00');
  const path = `/client/appointments/${visitId}/feedback`;
  return { salon, visitId, client, path };
}

export const PROGRESS_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/client/appointments/:id/feedback',
    async (api) => {
      const { visitId, client, path } = await served(api);
      return {
        ...{ path, token: client.token, body: { wish: 'come' }, other: { wish: 'fine' } },
        effects: () => count(api, 'FROM visit_feedback WHERE appointment_id = ?', [visitId]),
      };
    },
  ],
  [
    'POST /api/staff/visit-feedback/:feedbackId/seen',
    async (api) => {
      const { salon, visitId, client, path } = await served(api);
      const said = await api.call(path, { token: client.token, body: { wish: 'come' } });
      const { id } = said.body as { id: string };
      const heard = `FROM outbox_event WHERE topic = 'appointment.heard' AND subject_id = ?`;
      return {
        ...{ path: `/staff/visit-feedback/${id}/seen`, token: salon.tokens.therapist },
        ...{ body: {}, other: { more: 1 } },
        effects: () => count(api, heard, [visitId]),
      };
    },
  ],
];
