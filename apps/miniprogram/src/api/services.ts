import { api } from './api';
import { useRemote } from './remote';
import type { Page, ServiceView } from './types';

async function services(storeId: string): Promise<ServiceView[]> {
  const query = { storeId };
  const page = await api<Page<ServiceView>>({ method: 'GET', path: '/client/services', query });
  return page.items;
}

/** What a store offers; nothing is asked until a store is known. */
export const useServices = (storeId: string | undefined) =>
  useRemote(storeId === undefined ? null : `/client/services?storeId=${storeId}`, () =>
    services(storeId ?? ''),
  );
