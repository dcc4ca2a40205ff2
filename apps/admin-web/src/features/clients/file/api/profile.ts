import { useQuery } from '@tanstack/react-query';
import type { ClientFile, ClientPatch, ClientProfile } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { useWrite } from '../../../../shared/api/use-write';

/** What is known of a client beyond the basics. */
export function readProfile(id: string, signal?: AbortSignal): Promise<ClientProfile> {
  return answerOf(api.GET('/api/staff/clients/{id}/profile', { params: { path: { id } }, signal }));
}

export const useProfile = (id: string) =>
  useQuery({
    queryKey: keys.clientProfile(id),
    queryFn: ({ signal }) => readProfile(id, signal),
  });

/** @throws ApiProblem INVALID_INPUT with the fields to correct, CLIENT_CHANGED */
export function saveProfile(id: string, body: ClientPatch): Promise<ClientFile> {
  return answerOf(api.PATCH('/api/staff/clients/{id}', { params: { path: { id } }, body }));
}

export const useSaveProfile = (id: string) =>
  useWrite(({ body }: { key: string; body: ClientPatch }) => saveProfile(id, body), [['clients']]);

/** All tags that she is to have, beside those that rules keep. @throws ApiProblem INVALID_INPUT */
export function setTags(id: string, tagIds: string[]): Promise<ClientProfile> {
  return answerOf(
    api.PUT('/api/staff/clients/{id}/tags', { params: { path: { id } }, body: { tagIds } }),
  );
}

export const useSetTags = (id: string) =>
  useWrite(({ body }: { key: string; body: string[] }) => setTags(id, body), [keys.client(id)]);
