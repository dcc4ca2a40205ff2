import type { components } from '@yance/shared-types';
import { JobWorker } from '../../../src/platform/jobs/index.js';
import type { Answer, TestApi } from '../an-api.js';
import type { Reachable } from '../wire.js';

export type Import = components['schemas']['ImportDto'];
export type ImportRow = components['schemas']['ImportRowDto'];

/** Somebody who brings files of clients in. */
export interface Importer {
  /** Sends a file and has it read. */
  send(bytes: Buffer, fileName?: string): Promise<Answer>;
  /** The same, where all goes well: the import. */
  sent(bytes: Buffer): Promise<Import>;
  check(one: Import, onDuplicate?: 'skip' | 'add' | 'new', more?: object): Promise<Import>;
  call(id: string, what: string, body?: object, method?: 'POST' | 'PUT'): Promise<Answer>;
  one(id: string): Promise<Import>;
  /** All rows in a state. */
  rows(id: string, state: ImportRow['state']): Promise<ImportRow[]>;
}

/** @param token of a manager or owner of the store */
export function anImporter(api: Reachable, token: string, storeId: string): Importer {
  const path = '/staff/client-imports';
  const call: Importer['call'] = (id, what, body = {}, method = 'PUT') =>
    api.call(`${path}/${id}/${what}`, { method, token, body });
  const send: Importer['send'] = async (bytes, fileName = '老顾客.csv') => {
    const file = { storeId, fileName, bytes: bytes.length };
    const begun = await api.call(path, { method: 'POST', token, body: file });
    const { id, partBytes } = begun.body as components['schemas']['OpenedImportDto'];
    for (let seq = 0; seq * partBytes < bytes.length; seq += 1) {
      const content = bytes.subarray(seq * partBytes, (seq + 1) * partBytes).toString('base64');
      const kept = await call(id, 'part', { seq, content });
      if (kept.status !== 204) return kept;
    }
    return call(id, 'table');
  };
  const good = (answer: Answer): Import => {
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body as Import;
  };
  return {
    send,
    call,
    sent: async (bytes) => good(await send(bytes)),
    check: async (one, onDuplicate = 'skip', more = {}) => {
      const columns = one.columns.flatMap(({ column, field }) =>
        field === null ? [] : [{ column, field }],
      );
      return good(await call(one.id, 'check', { columns, onDuplicate, ...more }));
    },
    one: async (id) => good(await api.call(`${path}/${id}`, { token })),
    async rows(id, state) {
      const all: ImportRow[] = [];
      for (let after: number | null = 0; after !== null;) {
        const page = `${path}/${id}/rows?rowState=${state}&after=${after}`;
        const { items, next } = (await api.call(page, { token }))
          .body as components['schemas']['ImportRowsDto'];
        all.push(...items);
        after = next;
      }
      return all;
    },
  };
}

/** Does what waits to be done. */
export const work = (api: TestApi): Promise<number> => api.app.get(JobWorker).runDue();
