import { expect, it } from '@jest/globals';
import { saidWords } from './feedback-words';

it('says what she tapped, what she wrote, or both in one line', () => {
  expect(saidWords({ wish: 'lighter', words: null })).toBe('希望轻一点');
  expect(saidWords({ wish: 'lighter', words: '肩膀那里' })).toBe('希望轻一点：肩膀那里');
  expect(saidWords({ wish: 'words', words: '想喝水' })).toBe('想喝水');
});
