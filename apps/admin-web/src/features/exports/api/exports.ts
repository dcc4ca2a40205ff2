import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type {
  ClientExport,
  ClientExportDraft,
  ClientExportFile,
  ClientExportPage,
} from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

const BUILDING_MS = 2_000;

/** Lists that were asked for, the latest first; looked at again while one is being written. */
export function useExports(cursor: string | null) {
  return useQuery({
    queryKey: keys.exports(cursor),
    queryFn: ({ signal }): Promise<ClientExportPage> => {
      const query = cursor === null ? {} : { cursor };
      return answerOf(api.GET('/api/staff/client-exports', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'building') ? BUILDING_MS : false,
  });
}

const ALL = [keys.allExports];

/** @throws ApiProblem EXPORT_EMPTY, EXPORT_TOO_LARGE, FORBIDDEN */
export const useAskForExport = () =>
  useWrite(
    ({ key, body }: { key: string; body: ClientExportDraft }): Promise<ClientExport> =>
      answerOf(api.POST('/api/staff/client-exports', { headers: keyHeader(key), body })),
    ALL,
  );

type Deed = 'approve' | 'withdraw';

/** @throws ApiProblem EXPORT_STATE, EXPORT_SECOND_PERSON, EXPORT_CHANGED, EXPORT_TOO_LARGE */
export const useExportDeed = (exportId: string, deed: Deed) =>
  useWrite(({ key }: { key: string; body: object }): Promise<ClientExport> => {
    const params = { path: { exportId } };
    const headers = keyHeader(key);
    return answerOf(
      deed === 'approve'
        ? api.POST('/api/staff/client-exports/{exportId}/approve', { params, headers })
        : api.POST('/api/staff/client-exports/{exportId}/withdraw', { params, headers }),
    );
  }, ALL);

/** @throws ApiProblem EXPORT_STATE, EXPORT_SECOND_PERSON */
export const useDeclineExport = (exportId: string) =>
  useWrite(
    ({ key, body }: { key: string; body: { reason: string } }): Promise<ClientExport> =>
      answerOf(
        api.POST('/api/staff/client-exports/{exportId}/decline', {
          ...{ params: { path: { exportId } }, headers: keyHeader(key), body },
        }),
      ),
    ALL,
  );

/** The file itself. @throws ApiProblem EXPORT_CLOSED after its day */
export const readExportFile = (exportId: string): Promise<ClientExportFile> =>
  answerOf(
    api.GET('/api/staff/client-exports/{exportId}/file', { params: { path: { exportId } } }),
  );
