import type { components } from '@yance/shared-types';
import { CreateResource } from '../../../../src/modules/scheduling/index.js';
import { aSalon, aShift, TODAY } from '../../../support/given/index.js';
import { anAccount, PASSWORD } from '../../../support/people.js';
import type { TestApi } from '../../../support/an-api.js';
import type { Given } from './writes.js';

/** A store that keeps turns, with a manager who has a shift there herself. */
async function aHouse(api: TestApi) {
  const salon = await aSalon(api);
  const { staffId, username } = await anAccount(api, ['manager'], [salon.store.id]);
  const session = await api.call('/staff/session', { body: { username, password: PASSWORD } });
  const { token } = session.body as { token: string };
  const createResource = api.app.get(CreateResource, { strict: false });
  const draft = { kind: 'staff' as const, name: '店长', staffId };
  await api.unitOfWork.run((tx) => createResource.execute(tx, draft));
  await aShift(api, salon.store, staffId, [{ date: TODAY, from: '09:00', to: '21:00' }]);
  const rules = { isKept: true, requestedCounts: false };
  const path = `/staff/stores/${salon.store.id}/turn-rules`;
  await api.call(path, { method: 'PUT', token, body: rules });
  const inQueue = async (): Promise<number> => {
    const { body } = await api.call(`/staff/turns?storeId=${salon.store.id}`, { token });
    const { queues } = body as components['schemas']['TurnQueueDto'];
    return queues.flatMap((queue) => queue.inQueue).length;
  };
  return { salon, staffId, token, inQueue };
}

export const TURN_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/turns',
    async (api) => {
      const { salon, staffId, token, inQueue } = await aHouse(api);
      const body = { storeId: salon.store.id, act: 'sign_in', staffId };
      const other = { ...body, staffId: salon.therapist.staffId };
      return { path: '/staff/turns', token, body, other, effects: inQueue };
    },
  ],
  [
    'POST /api/staff/my-turn',
    async (api) => {
      const { salon, token, inQueue } = await aHouse(api);
      const body = { storeId: salon.store.id, act: 'sign_in' };
      const other = { ...body, act: 'sign_out' };
      return { path: '/staff/my-turn', token, body, other, effects: inQueue };
    },
  ],
];
