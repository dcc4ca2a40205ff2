import { describe, expect, it } from '@jest/globals';
import type { ClientImport } from '../../shared/api/contract';
import { keptSentence, progressOf } from './words';

const none = {
  read: 0,
  ready: 0,
  bad: 3,
  duplicate: 0,
  shared: 0,
  created: 0,
  added: 0,
  skipped: 0,
};
const at = (state: ClientImport['state'], counts: Partial<ClientImport['counts']>) =>
  progressOf({ state, counts: { ...none, undone: 0, kept: 0, ...counts } } as ClientImport);

describe('how far an import is', () => {
  it('counts rows that were written or skipped, and no bad ones', () =>
    expect(at('running', { ready: 4, duplicate: 1, shared: 1, created: 3, skipped: 1 })).toEqual({
      ...{ done: 4, of: 10 },
    }));

  it('counts what was taken back or kept while it is undone', () =>
    expect(at('undoing', { created: 6, undone: 3, kept: 1, skipped: 9 })).toEqual({
      ...{ done: 4, of: 10 },
    }));
});

describe('what an undo left', () => {
  const left = (opening: ClientImport['opening']) =>
    keptSentence({ counts: { ...none, undone: 3, kept: 2 }, opening });

  it('is told with its number, and what became of balances where some were brought', () => {
    const brought = { rows: 2 } as NonNullable<ClientImport['opening']>;
    expect(left(brought)).toContain('有 2 份档案没有撤销');
    expect(left(brought)).toContain('没有用过的余额都已冲正');
    expect(left(null)).toContain('有 2 份档案没有撤销');
    expect(left(null)).not.toContain('余额');
  });
});
