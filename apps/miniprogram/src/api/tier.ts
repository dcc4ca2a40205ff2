import { api } from './api';
import { useRemote } from './remote';

/** The client's tier, what is missing to the next, and all there are. */
export const useTier = () => useRemote('/client/tier', () => api('get', '/api/client/tier', {}));
