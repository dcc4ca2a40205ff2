import type { Relation } from '../../../../shared/api/contract';
import { answerOf, api } from '../../../../shared/api/transport';
import { useWrite } from '../../../../shared/api/use-write';

const TOUCHED = [['clients', 'one']];

interface Linking {
  otherId: string;
  /** What the other is to her. */
  relation: Relation;
}

export const linkFiles = (id: string, { otherId, relation }: Linking) =>
  answerOf(
    api.PUT('/api/staff/clients/{id}/links/{otherId}', {
      params: { path: { id, otherId } },
      body: { relation },
    }),
  );

/** Both files show it: every client's page is read again. */
export const useLink = (id: string) =>
  useWrite(({ body }: { key: string; body: Linking }) => linkFiles(id, body), TOUCHED);

export const unlinkFiles = (id: string, otherId: string) =>
  answerOf(
    api.DELETE('/api/staff/clients/{id}/links/{otherId}', { params: { path: { id, otherId } } }),
  );

export const useUnlink = (id: string) =>
  useWrite(({ body }: { key: string; body: string }) => unlinkFiles(id, body), TOUCHED);
