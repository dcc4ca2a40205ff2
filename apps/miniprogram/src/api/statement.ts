import { api } from './api';
import { useRemote } from './remote';

/** The client's movements of a month, 'YYYY-MM', latest first. */
export const useStatement = (month: string) =>
  useRemote(`/client/wallet/statement?month=${month}`, () =>
    api('get', '/api/client/wallet/statement', { query: { month } }),
  );
