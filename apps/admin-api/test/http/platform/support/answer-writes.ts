import type { TestApi } from '../../../support/an-api.js';
import { TODAY, aSalon, aVisit, type StaffVisit } from '../../../support/given/index.js';
import { aStaffToken } from '../../../support/people.js';
import type { Given } from './writes.js';

/** A request of a client, and the desk that answers it. */
async function aRequest(api: TestApi) {
  const salon = await aSalon(api, { service: { confirmPolicy: 'staff' } });
  const { visit, client } = await aVisit(api, salon, salon.store.at(TODAY, '12:00'));
  const desk = await aStaffToken(api, ['manager'], [salon.store.id]);
  const path = `/staff/appointments/${visit.id}`;
  const changes = async (): Promise<number> =>
    ((await api.call(path, { token: desk })).body as StaffVisit).changes.length;
  const offer = (time: string) => ({
    options: [{ start: salon.store.at(TODAY, time) }],
    version: 1,
  });
  return { visit, client, desk, path, changes, offer };
}

/** A choice among two times: by the client, or by the desk for her. */
const accept =
  (by: 'client' | 'staff'): Given =>
  async (api) => {
    const { visit, client, desk, path, changes, offer } = await aRequest(api);
    const body = {
      ...{ options: [...offer('15:00').options, ...offer('16:00').options], version: 1 },
    };
    const offered = (await api.call(`${path}/offer`, { token: desk, body })).body as StaffVisit;
    const [first, second] = offered.options.map(({ id: optionId }) => ({ optionId }));
    return {
      path: `/${by}/appointments/${visit.id}/accept`,
      token: by === 'client' ? client.token : desk,
      body: first ?? {},
      other: second ?? {},
      effects: async () => (await changes()) - 2,
    };
  };

export const ANSWER_WRITES: readonly (readonly [string, Given])[] = [
  ['POST /api/client/appointments/:id/accept', accept('client')],
  ['POST /api/staff/appointments/:id/accept', accept('staff')],
  [
    'POST /api/staff/appointments/:id/decline',
    async (api) => {
      const { path, desk: token, changes } = await aRequest(api);
      return {
        ...{ path: `${path}/decline`, token },
        ...{ body: { reason: 'full' }, other: { reason: 'staff_away' } },
        effects: async () => (await changes()) - 1,
      };
    },
  ],
  [
    'POST /api/staff/appointments/:id/offer',
    async (api) => {
      const { path, desk: token, changes, offer } = await aRequest(api);
      return {
        ...{ path: `${path}/offer`, token, body: offer('15:00'), other: offer('16:00') },
        effects: async () => (await changes()) - 1,
      };
    },
  ],
];
