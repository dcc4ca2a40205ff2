import { api } from './api';
import { forget, useRemote } from './remote';

/** What the client has. */
export const useWallet = () =>
  useRemote('/client/wallet', () => api('get', '/api/client/wallet', {}));

const PREFIXES = [
  ...['/client/wallet', '/client/orders', '/client/contracts', '/client/top-up'],
  '/client/packages',
];

/** After anything that may have moved money or changed what stands in its way: whoever shows it asks again. */
export function walletChanged(): void {
  for (const prefix of PREFIXES) forget(prefix);
}
