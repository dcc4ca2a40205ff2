import { api } from './api';
import { isClient } from '@/lib/leftovers';
import { platform } from '@/platform';
import { forget, remember, useRemote } from './remote';
import type { ClientView, OwnProfile, OwnProfilePatch } from './types';

const KEY = '/client/me';

/** The client's own file, as far as the phone shows it. */
export const useMe = () => useRemote(KEY, () => api('get', '/api/client/me', {}));

/** Changes how the salon calls the client. */
export async function updateMe(change: { name: string }): Promise<ClientView> {
  const client = await api('patch', '/api/client/me', { body: change });
  rememberMe(client);
  return client;
}

const PROFILE = '/client/me/profile';

/** What she told of herself is to be read again. */
export const ownProfileChanged = (): void => forget(PROFILE);

/** By her birthday it is told who has to sign for her. */
const SIGNED_BY_AGE = ['/client/consents', '/client/questionnaires'];

/** Binding a phone may join another file: whatever shows the client shows the new one at once. */
export function rememberMe(client: ClientView): void {
  isClient(platform.storage, client.id);
  remember(KEY, client);
  ownProfileChanged();
}

/** All that she told of herself. */
export const useOwnProfile = () =>
  useRemote<OwnProfile>(PROFILE, () => api('get', '/api/client/me/profile', {}));

/** @throws ApiProblem CLIENT_CHANGED when the salon was faster, INVALID_INPUT */
export async function saveOwnProfile(change: OwnProfilePatch): Promise<void> {
  rememberMe(await api('patch', '/api/client/me', { body: change }));
  SIGNED_BY_AGE.forEach(forget);
}
