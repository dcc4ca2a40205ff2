import { expect, it } from '@jest/globals';
import type { DailyCap } from '../../shared/api/contract';
import { cappedIn, keyOfCap, mostIn } from './daily-caps-form';

const FACIAL: DailyCap = { kind: 'service', subjectId: 'F', name: '面部护理', most: 4 };
const LILY: DailyCap = { kind: 'staff', subjectId: 'L', name: '小莉', most: null };

it('sends what has a number, and nothing of what was emptied', () => {
  const most = mostIn([FACIAL, LILY]);
  expect(cappedIn([FACIAL, LILY], most)).toEqual([{ kind: 'service', subjectId: 'F', most: 4 }]);
  most.set(keyOfCap(FACIAL), null).set(keyOfCap(LILY), 6);
  expect(cappedIn([FACIAL, LILY], most)).toEqual([{ kind: 'staff', subjectId: 'L', most: 6 }]);
});
