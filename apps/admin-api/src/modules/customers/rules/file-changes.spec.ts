import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHANGE_FIELDS, changesBetween } from './file-changes.js';

const facts = fc.dictionary(fc.constantFrom(...CHANGE_FIELDS), fc.string());

describe('the history of a file', () => {
  it('names each field that changed, with what it was and is', () => {
    const changes = changesBetween(
      { name: '张三', talk: 'quiet' },
      { name: '张小三', ownNo: 'A1' },
    );
    expect(changes).toEqual([
      { field: 'name', from: '张三', to: '张小三' },
      { field: 'talk', from: 'quiet', to: '' },
      { field: 'ownNo', from: '', to: 'A1' },
    ]);
  });

  it('is empty when nothing changed', () => {
    fc.assert(fc.property(facts, (one) => changesBetween(one, { ...one }).length === 0));
  });

  it('leads from the one to the other', () => {
    fc.assert(
      fc.property(facts, facts, (before, after) => {
        const led = { ...before };
        for (const { field, to } of changesBetween(before, after)) led[field] = to;
        return changesBetween(led, after).length === 0;
      }),
    );
  });
});
