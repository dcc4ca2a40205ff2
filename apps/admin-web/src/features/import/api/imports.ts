import { useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ClientImport,
  ImportCheck,
  ImportRow,
  ImportRowPage,
} from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

const EVERY_MS = 1_000;
/** Imports and, once they write, everything about clients. */
const TOUCHED = [keys.imports, ['clients']] as const;

const isMoving = (one: ClientImport | undefined): boolean =>
  one?.state === 'running' || one?.state === 'undoing';

/** The latest imports of a store. */
export async function listImports(storeId: string, signal?: AbortSignal): Promise<ClientImport[]> {
  const params = { query: { storeId } };
  return (await answerOf(api.GET('/api/staff/client-imports', { params, signal }))).items;
}

export const useImports = (storeId: string) =>
  useQuery({
    queryKey: keys.importList(storeId),
    queryFn: ({ signal }) => listImports(storeId, signal),
  });

/** @throws ApiProblem IMPORT_NOT_FOUND */
export function readImport(importId: string, signal?: AbortSignal): Promise<ClientImport> {
  const params = { path: { importId } };
  return answerOf(api.GET('/api/staff/client-imports/{importId}', { params, signal }));
}

/** Looks again for as long as rows are being written. */
export const useImport = (id: string) =>
  useQuery({
    queryKey: keys.import(id),
    queryFn: ({ signal }) => readImport(id, signal),
    refetchInterval: ({ state }) => (isMoving(state.data) ? EVERY_MS : false),
  });

/** A page of rows in one state. */
export function listRows(
  importId: string,
  rowState: ImportRow['state'],
  after: string | null,
  signal?: AbortSignal,
): Promise<ImportRowPage> {
  const query = { rowState, ...(after === null ? {} : { after }) };
  const params = { path: { importId }, query };
  return answerOf(api.GET('/api/staff/client-imports/{importId}/rows', { params, signal }));
}

/** @param count of rows in that state: with another number the list is another one */
export const useImportRows = (
  id: string,
  state: ImportRow['state'],
  after: string | null,
  count: number,
) =>
  useQuery({
    queryKey: [...keys.importRows(id, state, after), count],
    queryFn: ({ signal }) => listRows(id, state, after, signal),
    enabled: count > 0,
  });

const base64 = (bytes: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? (reader.result.split(',')[1] ?? '') : '');
    reader.onerror = () => reject(new Error('the file could not be read'));
    reader.readAsDataURL(new Blob([bytes.slice().buffer]));
  });

/** A file on its way, and who hears how far it is, in percent. */
export interface Sending {
  readonly storeId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly onProgress: (percent: number) => void;
}

/** Sends a file piece by piece and has it read. @throws ApiProblem IMPORT_UNREADABLE */
export async function sendFile({
  key,
  body: { storeId, fileName, bytes, onProgress },
}: {
  key: string;
  body: Sending;
}): Promise<ClientImport> {
  const file = { storeId, fileName, bytes: bytes.length };
  const begun = await answerOf(
    api.POST('/api/staff/client-imports', { headers: keyHeader(key), body: file }),
  );
  const { id: importId, partBytes } = begun;
  const params = { path: { importId } };
  for (let at = 0; at < bytes.length; at += partBytes) {
    const content = await base64(bytes.subarray(at, at + partBytes));
    const body = { seq: at / partBytes, content };
    await answerOf(api.PUT('/api/staff/client-imports/{importId}/part', { params, body }));
    onProgress(Math.round((Math.min(at + partBytes, bytes.length) / bytes.length) * 100));
  }
  return answerOf(api.PUT('/api/staff/client-imports/{importId}/table', { params }));
}

export const useSendFile = () => useWrite(sendFile, [keys.imports]);

/** The dry run. */
export const useCheckImport = (importId: string) =>
  useWrite(
    ({ body }: { key: string; body: ImportCheck }) =>
      answerOf(
        api.PUT('/api/staff/client-imports/{importId}/check', {
          params: { path: { importId } },
          body,
        }),
      ),
    [keys.imports],
  );

/** What is done with one client who has a file. */
export const useChooseRow = (importId: string) =>
  useWrite(
    ({ body }: { key: string; body: { row: number; choice: 'skip' | 'add' | 'new' } }) =>
      answerOf(
        api.PUT('/api/staff/client-imports/{importId}/choice', {
          params: { path: { importId } },
          body,
        }),
      ),
    [keys.imports],
  );

/** @throws ApiProblem IMPORT_RUNNING, IMPORT_STATE */
export const useRunImport = (importId: string) =>
  useWrite(
    ({ key }: { key: string; body: object }) =>
      answerOf(
        api.POST('/api/staff/client-imports/{importId}/run', {
          params: { path: { importId } },
          headers: keyHeader(key),
        }),
      ),
    TOUCHED,
  );

/** @throws ApiProblem IMPORT_RUNNING, IMPORT_STATE, IMPORT_CONTENT_GONE */
export const useUndoImport = (importId: string) =>
  useWrite(
    ({ key, body }: { key: string; body: { reason: string } }) =>
      answerOf(
        api.POST('/api/staff/client-imports/{importId}/undo', {
          params: { path: { importId } },
          headers: keyHeader(key),
          body,
        }),
      ),
    TOUCHED,
  );

/** The bad cells as a table for a spreadsheet; read when it is asked for. */
export function useFaultSheet(importId: string) {
  const queries = useQueryClient();
  return async (): Promise<string> => {
    const { text } = await queries.fetchQuery({
      queryKey: [...keys.import(importId), 'fault-sheet'],
      queryFn: ({ signal }) =>
        answerOf(
          api.GET('/api/staff/client-imports/{importId}/fault-sheet', {
            params: { path: { importId } },
            signal,
          }),
        ),
    });
    return text;
  };
}
