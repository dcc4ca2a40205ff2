import { api } from './api';
import { useRemote } from './remote';
import type { Page, StoreView } from './types';

const load = async () =>
  (await api<Page<StoreView>>({ method: 'GET', path: '/client/stores' })).items;

/** The stores a client may book in. */
export const useStores = () => useRemote('/client/stores', load);
