import { expect, it } from '@jest/globals';
import { freshKey } from '../../shared/format/fresh-key';
import { withOptions } from './form-words';

it('a key is one that the API takes, and none is made twice', () => {
  const keys = Array.from({ length: 50 }, freshKey);
  expect(keys.every((key) => /^[a-z][a-z0-9_]{0,23}$/.test(key))).toBe(true);
  expect(new Set(keys).size).toBe(keys.length);
});

it('an option that stays keeps its key', () => {
  const [dry, oily] = withOptions([{ key: 'dry', name: '干性' }], ['干性', '油性']);
  expect(dry).toEqual({ key: 'dry', name: '干性' });
  expect(oily?.name).toBe('油性');
});
