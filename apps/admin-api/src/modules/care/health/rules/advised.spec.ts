import { describe, expect, it } from '@jest/globals';
import { advisedIn } from './advised.js';

describe('what an advice tells her to use', () => {
  it('is each part that leaves nothing out', () => {
    expect(advisedIn('每晚用水杨酸精华，出门涂防晒。')).toEqual(['每晚用水杨酸精华', '出门涂防晒']);
    expect(advisedIn('')).toEqual([]);
  });

  it('is not what she is told to leave out, nor what is listed behind it', () => {
    for (const words of ['不要用水杨酸、果酸', '避免含水杨酸的洁面', '暂停水杨酸', '别用水杨酸']) {
      expect([words, advisedIn(`${words}；早晚补水`)]).toEqual([words, ['早晚补水']]);
    }
  });

  it('is not lost to words that only sound like it', () => {
    expect(advisedIn('特别干时用水杨酸精华')).toEqual(['特别干时用水杨酸精华']);
    expect(advisedIn('早晚分别用水杨酸精华')).toEqual(['早晚分别用水杨酸精华']);
  });
});
