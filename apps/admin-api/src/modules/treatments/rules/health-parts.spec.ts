import { describe, expect, it } from '@jest/globals';
import { CORRECTION_REASONS, DEVIATION_REASONS } from '@yance/shared-types';
import type { TreatmentContents, TreatmentParameter } from './contents.js';
import { healthParts, withoutHealth } from './health-parts.js';

const record = (change: Partial<TreatmentContents>): TreatmentContents => ({
  ...{ done: [], products: [], reaction: 'none', reactionWords: '', advice: '', homeCare: '' },
  ...{ staffNote: '', nextOn: null, deviation: '', deviatesFrom: [], reason: '' },
  houseWords: ['导入强度', '导入凝胶', '中档'],
  ...change,
});
const doneWith = (name: string, value: string, unit = ''): Partial<TreatmentContents> => ({
  done: [{ serviceId: 's', serviceName: '补水', parameters: [{ name, value, unit }] }],
});
const usedOf = (name: string, productId: string | null = null, unit = 'ml') => ({
  products: [{ productId, name, amount: 2, unit }],
});
const settings = ({ done }: TreatmentContents): TreatmentParameter[] =>
  done.flatMap(({ parameters }) => [...parameters]);

const WORK: readonly [string, Partial<TreatmentContents>][] = [
  ['minutes', doneWith('时间', '15', '分钟')],
  ['the power of a machine, from and to', doneWith('能量', '12.5-14', 'J/cm²')],
  ['a setting that its template asks for', doneWith('导入强度', '中档')],
  ['a product of the catalogue', usedOf('随便叫什么', '01ARZ3NDEKTSV4RRFFQ69G5FAV')],
  ['a product that its template names', usedOf('导入凝胶')],
  ['a reason of the list', { reason: CORRECTION_REASONS[0] }],
  ['a deviation of the list', { deviation: DEVIATION_REASONS[0], deviatesFrom: ['要皮试'] }],
  ['the day of the next visit', { nextOn: '2026-12-21' }],
];
const HEALTH: readonly [string, Partial<TreatmentContents>][] = [
  ['done', doneWith('孕周', '12')],
  ['done', doneWith('时间', '孕早期缩短')],
  ['done', doneWith('时间', '10', '孕早期')],
  // Too long for a measure: a phone, an identity card.
  ['done', doneWith('时间', '13800138000')],
  ['products', usedOf('湿疹药膏')],
  ['products', usedOf('导入凝胶', null, '过敏量')],
  ['reason', { reason: '她说怀孕了' }],
  ['deviation', { deviation: '她说湿疹好了', deviatesFrom: ['湿疹'] }],
  ['reaction', { reaction: 'mild' }],
  ['advice', { advice: '停用A酸' }],
  ['homeCare', { homeCare: '冷敷' }],
  ['staffNote', { staffNote: '孕早期' }],
];

describe('a record', () => {
  it.each(WORK)('with %s is work', (_what, change) => {
    expect(healthParts(record(change))).toEqual([]);
  });

  it.each(HEALTH)('with other words in “%s” tells of her health', (part, change) => {
    const told = record(change);
    expect(healthParts(told)).toEqual([part]);
    const left = withoutHealth(told);
    expect(healthParts(left)).toEqual([]);
    expect(left.deviatesFrom).toEqual([]);
  });

  it('keeps what was done with which products once its words of health are left out', () => {
    const kept = record({
      done: [
        {
          ...{ serviceId: 's', serviceName: '补水' },
          parameters: [
            { name: '时间', value: '15', unit: '分钟' },
            { name: '孕周', value: '12', unit: '' },
          ],
        },
      ],
      products: [...usedOf('导入凝胶').products, ...usedOf('湿疹药膏').products],
      reason: CORRECTION_REASONS[1],
    });
    const left = withoutHealth(kept);
    expect(left.done.map(({ serviceName }) => serviceName)).toEqual(['补水']);
    expect(settings(left)).toEqual([{ name: '时间', value: '15', unit: '分钟' }]);
    expect(left.products.map(({ name }) => name)).toEqual(['导入凝胶']);
    expect(left.reason).toBe(CORRECTION_REASONS[1]);
  });
});
