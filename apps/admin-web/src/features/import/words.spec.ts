import { describe, expect, it } from '@jest/globals';
import type { ClientImport } from '../../shared/api/contract';
import { progressOf } from './words';

const none = { read: 0, ready: 0, bad: 3, duplicate: 0, created: 0, added: 0, skipped: 0 };
const at = (state: ClientImport['state'], counts: Partial<ClientImport['counts']>) =>
  progressOf({ state, counts: { ...none, undone: 0, kept: 0, ...counts } } as ClientImport);

describe('how far an import is', () => {
  it('counts rows that were written or skipped, and no bad ones', () =>
    expect(at('running', { ready: 5, duplicate: 1, created: 3, skipped: 1 })).toEqual({
      ...{ done: 4, of: 10 },
    }));

  it('counts what was taken back or kept while it is undone', () =>
    expect(at('undoing', { created: 6, undone: 3, kept: 1, skipped: 9 })).toEqual({
      ...{ done: 4, of: 10 },
    }));
});
