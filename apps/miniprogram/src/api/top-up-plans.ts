import { api } from './api';
import { useRemote } from './remote';

/** What can be bought, each with the contract that goes with it. */
export const useTopUpPlans = () =>
  useRemote('/client/top-up-plans', () => api('get', '/api/client/top-up-plans', {}));
