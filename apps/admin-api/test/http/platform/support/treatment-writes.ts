import type { TestApi } from '../../../support/an-api.js';
import { A_TREATMENT, aCareSalon, type VisitTreatment } from '../../../support/given/care.js';
import { count, type Given } from './writes.js';

interface Written {
  readonly token: string;
  readonly visitId: string;
  readonly body: object;
  readonly path: string;
}

/** A visit that was served, and the right words about it. */
async function aServedVisit(api: TestApi): Promise<Written> {
  const salon = await aCareSalon(api);
  const { visitId } = await salon.served('18:00');
  const done = [{ serviceId: salon.serviceId, parameters: [] }];
  const path = `/staff/appointments/${visitId}/treatment`;
  return { token: salon.tokens.manager, visitId, body: { ...A_TREATMENT, done }, path };
}

const versions = (api: TestApi, visitId: string): Promise<number> =>
  count(
    api,
    `FROM treatment_record r JOIN treatment_record_version v ON v.record_id = r.id
     WHERE r.appointment_id = ?`,
    [visitId],
  );
const secrets = (): Promise<readonly string[]> => Promise.resolve([A_TREATMENT.advice]);

/** Writes of what was done at a visit. */
export const TREATMENT_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/appointments/:id/treatment',
    async (api) => {
      const { visitId, ...write } = await aServedVisit(api);
      const other = { ...write.body, advice: '多喝水' };
      return { ...write, other, secrets, effects: () => versions(api, visitId) };
    },
  ],
  [
    'POST /api/staff/treatments/:recordId/corrections',
    async (api) => {
      const { token, visitId, body, path } = await aServedVisit(api);
      const { recordId } = (await api.call(path, { token, body })).body as VisitTreatment;
      const correction = { ...body, version: 1, reason: '写错了用量' };
      return {
        ...{ path: `/staff/treatments/${recordId}/corrections`, token, body: correction, secrets },
        other: { ...correction, advice: '多喝水' },
        effects: async () => (await versions(api, visitId)) - 1,
      };
    },
  ],
];
