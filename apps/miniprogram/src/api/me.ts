import { api } from './api';
import { remember, useRemote } from './remote';
import type { ClientView } from './types';

const KEY = '/client/me';

/** The client's own file, as far as the phone shows it. */
export const useMe = () => useRemote(KEY, () => api('get', '/api/client/me', {}));

/** Changes how the salon calls the client. */
export async function updateMe(change: { name: string }): Promise<ClientView> {
  const client = await api('patch', '/api/client/me', { body: change });
  rememberMe(client);
  return client;
}

/** Binding a phone may join another file: whatever shows the client shows the new one at once. */
export const rememberMe = (client: ClientView): void => remember(KEY, client);
