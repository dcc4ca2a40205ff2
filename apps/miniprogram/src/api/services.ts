import { api } from './api';
import { useRemote } from './remote';

const services = async (storeId: string) =>
  (await api('get', '/api/client/services', { query: { storeId } })).items;

/** What a store offers; nothing is asked until a store is known. */
export const useServices = (storeId: string | undefined) =>
  useRemote(storeId === undefined ? null : `/client/services?storeId=${storeId}`, () =>
    services(storeId ?? ''),
  );
