import { api } from './api';
import { useRemote } from './remote';

const load = async () => (await api('get', '/api/client/stores', {})).items;

/** The stores a client may book in. */
export const useStores = () => useRemote('/client/stores', load);
