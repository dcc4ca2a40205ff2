import { useQuery } from '@tanstack/react-query';
import type { FilePolicy } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';
import { useWrite } from '../api/use-write';

/** What the salon wants to know of every client. */
export function readFilePolicy(signal?: AbortSignal): Promise<FilePolicy> {
  return answerOf(api.GET('/api/staff/client-file-policy', { signal }));
}

export const useFilePolicy = () =>
  useQuery({
    queryKey: keys.filePolicy,
    queryFn: ({ signal }) => readFilePolicy(signal),
    staleTime: 60_000,
  });

export function saveFilePolicy(body: FilePolicy): Promise<FilePolicy> {
  return answerOf(api.PUT('/api/staff/client-file-policy', { body }));
}

export const useSaveFilePolicy = () =>
  useWrite(
    ({ body }: { key: string; body: FilePolicy }) => saveFilePolicy(body),
    [keys.filePolicy, ['clients'], keys.fileCare],
  );
