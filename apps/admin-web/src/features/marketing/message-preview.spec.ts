import { describe, expect, it } from '@jest/globals';
import { previewOf } from './message-preview';

const template = { name: '生日满减券', words: '满300减50' };

describe('the preview of a message', () => {
  it('shows the fields as they arrive, cut where WeChat takes no more', () => {
    const words = '生日快乐，愿您新的一岁平安喜乐，我们在店里等您来';
    const { lines, text } = previewOf({ words, daysAfter: '7' }, template);
    expect(lines.map(({ value }) => value)).toEqual([
      ...['生日满减券', '满300减50', '生日后第 7 天'],
      '生日快乐，愿您新的一岁平安喜乐，我们在…',
    ]);
    expect(text).toContain(words);
  });

  it('says in brackets what is not known yet', () => {
    const { lines } = previewOf({ words: ' ', daysAfter: 'x' }, undefined);
    expect(lines.every(({ value }) => value.startsWith('（'))).toBe(true);
  });
});
