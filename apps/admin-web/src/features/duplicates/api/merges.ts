import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Merged, MergeDraft, MergePage, MergePreview } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** Files that were brought together, the latest first. */
export function listMerges(cursor: string | null, signal?: AbortSignal): Promise<MergePage> {
  const query = cursor === null ? {} : { cursor };
  return answerOf(api.GET('/api/staff/merges', { params: { query }, signal }));
}

export function useMerges(cursor: string | null) {
  return useQuery({
    queryKey: keys.merges(cursor),
    queryFn: ({ signal }) => listMerges(cursor, signal),
    placeholderData: keepPreviousData,
  });
}

/** Two files side by side. @throws ApiProblem CLIENT_MERGED, MERGE_SAME_FILE */
export function readMergePreview(
  fromId: string,
  toId: string,
  signal?: AbortSignal,
): Promise<MergePreview> {
  const query = { fromId, toId };
  return answerOf(api.GET('/api/staff/merges/preview', { params: { query }, signal }));
}

export function useMergePreview(fromId: string, toId: string) {
  return useQuery({
    queryKey: keys.mergePreview(fromId, toId),
    queryFn: ({ signal }) => readMergePreview(fromId, toId, signal),
  });
}

/** Brings two files together. @throws ApiProblem CLIENT_MERGED, REFUND_OPEN */
export const mergeFiles = ({ key, body }: { key: string; body: MergeDraft }): Promise<Merged> =>
  answerOf(api.POST('/api/staff/merges', { headers: keyHeader(key), body }));

export const useMergeFiles = () =>
  useWrite(mergeFiles, [['privacy'], ['clients'], ['wallet'], ['visits'], ['money'], ['coupons']]);

/** Makes them two again. @throws ApiProblem MERGE_VALUE_SPENT, MERGE_STATE, MERGE_TOO_OLD, REFUND_OPEN */
export async function undoMerge(
  mergeId: string,
  { key, body: { reason } }: { key: string; body: { reason: string } },
): Promise<void> {
  await answerOf(
    api.POST('/api/staff/merges/{mergeId}/undo', {
      params: { path: { mergeId } },
      headers: keyHeader(key),
      body: { reason },
    }),
  );
}

export const useUndoMerge = (mergeId: string) =>
  useWrite(
    (call: { key: string; body: { reason: string } }) => undoMerge(mergeId, call),
    [['privacy'], ['clients'], ['wallet'], ['visits'], ['money'], ['coupons']],
  );
