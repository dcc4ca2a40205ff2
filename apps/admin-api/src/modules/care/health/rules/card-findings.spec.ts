import { describe, expect, it } from '@jest/globals';
import { besideCards, findingsOfCards } from './card-findings.js';
import type { CareFinding } from './judge.js';

const about = (serviceId: string, change: Partial<CareFinding> = {}): CareFinding => ({
  ...{ code: `allergy:acid:service:${serviceId}`, severity: 'hard', kind: 'allergy', serviceId },
  ...{
    words: `对「水杨酸」过敏，「${serviceId}」含有它`,
    plainWords: `「${serviceId}」需要美容师先确认`,
  },
  ...change,
});
const inOwnWords = (plannedFor: string): CareFinding => ({
  ...{ code: `allergy:text:${plannedFor}`, severity: 'soft', kind: 'allergy' },
  ...{ words: '自述对「舒缓面膜」过敏', plainWords: '需要美容师先确认' },
});
const [peels, all] = [
  { name: '刷酸十次卡', serviceIds: ['刷酸'] },
  { name: '面部年卡', serviceIds: ['刷酸', '补水'] },
];

describe('what speaks against services of cards that are sold', () => {
  it('is soft, and names every card that it is about', () => {
    const found = findingsOfCards([about('刷酸'), about('补水')], [peels, all]);
    expect(found.map(({ severity }) => severity)).toEqual(['soft', 'soft']);
    expect(found.map(({ plainWords }) => plainWords)).toEqual([
      '卡项「刷酸十次卡」「面部年卡」：「刷酸」需要美容师先确认',
      '卡项「面部年卡」：「补水」需要美容师先确认',
    ]);
    expect(found[0]?.words).toContain('对「水杨酸」过敏');
  });

  it('names no card where it is about her alone', () => {
    expect(findingsOfCards([inOwnWords('plan')], [peels])).toEqual([inOwnWords('plan')]);
  });

  it('is not said again beside the same of another line, which keeps its weight', () => {
    const ofCards = findingsOfCards([about('刷酸'), about('补水'), inOwnWords('plan')], [all]);
    const found = besideCards([about('刷酸'), inOwnWords('walk_in')], ofCards);
    expect(found.map(({ severity, serviceId }) => [severity, serviceId])).toEqual([
      ['hard', '刷酸'],
      ['soft', undefined],
      ['soft', '补水'],
    ]);
  });
});
