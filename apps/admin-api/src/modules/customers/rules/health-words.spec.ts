import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FIRST_CONDITIONS } from '../../../migrations/content/first-ingredients.js';
import { tellsOfHealth } from './health-words.js';

const CONDITIONS = FIRST_CONDITIONS.map(({ name }) => name);
const OTHERS = [
  '孕期顾客',
  '备孕',
  '青霉素过敏',
  '产后',
  '术后恢复',
  '银屑病',
  'HIV',
  '吃药中',
  '经期',
];
const NEEDS = [
  ...[
    '敏感肌',
    '祛痘',
    '抗衰',
    '防脱',
    '美白',
    '补水保湿',
    '烫染',
    '头皮养护',
    '身体放松',
    '祛疤',
    '淡斑',
  ],
  ...[
    '去屑',
    '脱发',
    '减脂塑形',
    '晒后修复',
    '肩颈酸痛',
    '助眠',
    '痘痘肌',
    '易敏',
    '药妆',
    '怕痛',
    '肤质',
  ],
];
const OF_LIFE = [
  '疗程已经期满',
  '夏日炎炎',
  '医院附近上班',
  '常带孩子',
  '本月寿星',
  '老带新',
  '大客户',
];

describe('a name that everybody reads', () => {
  it.each([...CONDITIONS, ...OTHERS])('tells of health: %s', (name) => {
    expect(tellsOfHealth(name)).toBe(true);
  });

  it('tells of it whatever stands around it, and however it is spaced', () => {
    const part = fc.stringMatching(/^[一-龥a-z0-9 ]{0,6}$/u);
    const spaced = fc.constantFrom('', ' ', '·', '-', '\u3000');
    fc.assert(
      fc.property(fc.constantFrom(...CONDITIONS), part, part, spaced, (word, a, b, gap) => {
        expect(tellsOfHealth(`${a}${[...word].join(gap)}${b}`)).toBe(true);
      }),
    );
  });

  it.each([...NEEDS, ...OF_LIFE])('may say what she comes for and how she lives: %s', (name) => {
    expect(tellsOfHealth(name)).toBe(false);
  });
});
