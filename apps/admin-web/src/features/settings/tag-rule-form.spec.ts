import { describe, expect, it } from '@jest/globals';
import type { TagRule } from '../../shared/api/contract';
import { ruleFieldsOf, ruleOf, ruleWords } from './tag-rule-form';

const RULES: TagRule[] = [
  { spendFen: '300000', spendDays: '365' },
  { visits: '3' },
  { visits: '3', visitDays: '90', awayDays: '30' },
  { stages: 'active,new', tierIds: 'A,B', needIds: 'C' },
  { ageFrom: '25', ageTo: '35' },
  { ageTo: '30', birthMonths: 'now' },
  { birthMonths: '1,12', packages: 'none', sources: 'douyin', minBalanceFen: '99' },
];

describe('a rule as it is typed', () => {
  it.each(RULES)('is the same rule when nothing was typed: %j', (rule) => {
    expect(ruleOf(ruleFieldsOf(rule))).toEqual(rule);
  });

  it.each([
    [{ kinds: [] }],
    [{ kinds: ['spend'], spendYuan: '' }],
    [{ kinds: ['spend'], spendYuan: '100', spendDays: '0' }],
    [{ kinds: ['visits'], visits: '3', visitDays: 'x' }],
    [{ kinds: ['age'], ageFrom: '40', ageTo: '30' }],
    [{ kinds: ['birth'], birth: 'months', months: [] }],
    [{ kinds: ['packages', 'stages'], stages: [] }],
  ] as const)('is none while a condition is not typed to its end: %j', (typed) => {
    expect(ruleOf({ ...ruleFieldsOf({}), ...typed } as never)).toBeUndefined();
  });

  it('is told condition by condition', () => {
    const nameOf = (id: string) => `「${id}」`;
    expect(RULES.flatMap((rule) => ruleWords(rule, nameOf))).toEqual([
      ...['近 365 天消费满 3000 元', '累计到店满 3 次', '近 90 天到店满 3 次', '30 天没来'],
      ...['活跃或新客', '「A」或「B」', '需要「C」', '25 到 35 岁', '30 岁以内', '本月生日'],
      ...['储值余额满 0.99 元', '没有可用的卡', '1、12 月生日', '来自抖音'],
    ]);
  });
});
