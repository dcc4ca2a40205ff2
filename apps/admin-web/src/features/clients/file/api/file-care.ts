import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FileList, FileReport, FileToCarePage } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { useWrite } from '../../../../shared/api/use-write';

/** Whose files: a member of staff by id, nobody's under `none`, everybody's under null. */
export type Whose = string | null;

/** Who answers for how many files, and how they stand. */
export function readFileReport(signal?: AbortSignal): Promise<FileReport> {
  return answerOf(api.GET('/api/staff/client-file-report', { signal }));
}

export const useFileReport = () =>
  useQuery({ queryKey: keys.fileReport, queryFn: ({ signal }) => readFileReport(signal) });

/** Files with work to do. */
export function listFiles(
  list: FileList,
  whose: Whose,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<FileToCarePage> {
  const query = { list, consultantId: whose ?? undefined, cursor: cursor ?? undefined };
  return answerOf(api.GET('/api/staff/client-files', { params: { query }, signal }));
}

export const useFiles = (list: FileList, whose: Whose, cursor: string | null) =>
  useQuery({
    queryKey: keys.fileList(list, whose, cursor),
    queryFn: ({ signal }) => listFiles(list, whose, cursor, signal),
    placeholderData: keepPreviousData,
  });

/** Somebody made sure how she is reached. */
export const checkContact = (id: string) =>
  answerOf(api.PUT('/api/staff/clients/{id}/contact-check', { params: { path: { id } } }));

export const useCheckContact = (id: string) =>
  useWrite((_: { key: string; body: null }) => checkContact(id), [keys.fileCare, keys.client(id)]);
