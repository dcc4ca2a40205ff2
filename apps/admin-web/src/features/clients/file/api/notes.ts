import { useQuery } from '@tanstack/react-query';
import type { ClientNotes, NoteVisibility } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

/** The notes of a file that the reader may see. */
export function readNotes(id: string, signal?: AbortSignal): Promise<ClientNotes> {
  return answerOf(api.GET('/api/staff/clients/{id}/notes', { params: { path: { id } }, signal }));
}

export const useNotes = (id: string) =>
  useQuery({ queryKey: keys.clientNotes(id), queryFn: ({ signal }) => readNotes(id, signal) });

interface Draft {
  text: string;
  visibility: NoteVisibility;
}

export function writeNote(id: string, { key, body }: { key: string; body: Draft }) {
  return answerOf(
    api.POST('/api/staff/clients/{id}/notes', {
      params: { path: { id } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useWriteNote = (id: string) =>
  useWrite((call: { key: string; body: Draft }) => writeNote(id, call), [keys.client(id)]);

interface Correction {
  noteId: string;
  /** Empty strikes it out. */
  text: string;
}

/** @throws ApiProblem NOTE_CHANGED when somebody corrected it meanwhile */
export function correctNote(id: string, { key, body }: { key: string; body: Correction }) {
  const { noteId, text } = body;
  return answerOf(
    api.POST('/api/staff/clients/{id}/notes/{noteId}/correct', {
      params: { path: { id, noteId } },
      headers: keyHeader(key),
      body: { text },
    }),
  );
}

export const useCorrectNote = (id: string) =>
  useWrite((call: { key: string; body: Correction }) => correctNote(id, call), [keys.client(id)]);
