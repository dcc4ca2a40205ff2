import { expect, it } from '@jest/globals';
import type { AssessmentView } from '@/api/types';
import { changeWords, latestOfEach, scoreWords, zoneLines } from './assessment-words';

it('a score is said kindly, whatever it is', () => {
  expect([0, 39, 40, 60, 80, 100].map(scoreWords)).toEqual([
    ...['正在照顾', '正在照顾', '还可以更好', '不错', '很好', '很好'],
  ]);
});

it('a change is said where there is one', () => {
  expect([null, 0, 12, -3].map(changeWords)).toEqual(['', '', '比上次好 12', '这阵子多照顾一点']);
});

it('zones are read from top to bottom, each with all that was seen there', () => {
  const findings = [
    { zone: 'chin', name: '痘痘', severity: 3 },
    { zone: 'forehead', name: '出油', severity: 1 },
    { zone: 'forehead', name: '毛孔', severity: 2 },
  ];
  expect(zoneLines({ kind: 'face', findings })).toEqual([
    '额头：出油有一点，毛孔需要照顾',
    '下巴：痘痘重点照顾',
  ]);
});

it('of each kind only the latest is shown', () => {
  const one = (id: string, kind: AssessmentView['kind']) => ({ id, kind }) as AssessmentView;
  const items = [one('c', 'face'), one('b', 'hair'), one('a', 'face')];
  expect(latestOfEach(items).map(({ id }) => id)).toEqual(['c', 'b']);
});
