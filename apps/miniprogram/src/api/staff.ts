import { api } from './api';
import { useRemote } from './remote';
import type { StaffView } from './types';

const staffFor = async (storeId: string, serviceId: string) =>
  (await api('get', '/api/client/staff', { query: { storeId, serviceId } })).items;

/** Those who can do every one of the services, in the order the API gives for the first. */
async function staffForAll(storeId: string, serviceIds: string[]): Promise<StaffView[]> {
  const [first = [], ...others] = await Promise.all(serviceIds.map((id) => staffFor(storeId, id)));
  return first.filter((person) =>
    others.every((list) => list.some((other) => other.id === person.id)),
  );
}

export function useStaff(storeId: string | undefined, serviceIds: string[]) {
  const asked = storeId !== undefined && serviceIds.length > 0;
  const key = `/client/staff?storeId=${storeId}&serviceIds=${serviceIds.join()}`;
  return useRemote(asked ? key : null, () => staffForAll(storeId ?? '', serviceIds));
}
