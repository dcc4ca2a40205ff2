import type { TimeLineEntry } from '../../../shared/api/contract';
import { entryWords } from './time-line-words';

const entry = (change: Partial<TimeLineEntry>): TimeLineEntry => ({
  ...{ id: '1', kind: 'visit', at: '2026-11-22T10:00:00+08:00', title: '', state: 'completed' },
  ...{ amountFen: null, extra: null, storeName: null, byName: null },
  ...change,
});

describe('what the time line says', () => {
  it.each([
    [entry({ title: '面部清洁' }), '到店 面部清洁 已完成'],
    [
      entry({ kind: 'top_up', title: '充1000送200', extra: 20_000, state: 'paid' }),
      '充值 充1000送200 另送 ¥200',
    ],
    [entry({ kind: 'top_up', title: '充1000送200', state: 'reversed' }), '充值 充1000送200 已冲正'],
    [entry({ kind: 'points', extra: 30, state: 'done' }), '积分 手工调整 +30 分 null'],
    [entry({ kind: 'assessment', state: 'face' }), '评估 做了面部评估 null'],
    [entry({ kind: 'assessment', state: 'formula' }), '评估 记了染发配方 null'],
    [entry({ kind: 'care_plan', state: 'changed', extra: 2 }), '方案 调整了护理方案 第 2 版'],
    [entry({ kind: 'plan_agreed', state: 'active', extra: 1 }), '方案 顾客同意了护理方案 null'],
    [entry({ kind: 'consent', title: '健康信息', state: 'withdrawn' }), '同意书 健康信息 已撤回'],
    [
      entry({ kind: 'questionnaire', title: '初次到店', state: 'phone' }),
      '问卷 初次到店 在手机上填写',
    ],
    // Not named for whoever may know nothing of her health.
    [entry({ kind: 'questionnaire', state: 'desk' }), '问卷 填了问卷 在店里填写'],
    [entry({ kind: 'consent', state: 'given' }), '同意书 告知书或同意书 已签'],
    [entry({ kind: 'merge', title: 'YC000012', state: 'done' }), '合并 档案 YC000012 并入 null'],
    [
      entry({ kind: 'package_change', title: '补水 10 次卡', state: 'freeze' }),
      '次卡 补水 10 次卡 冻结',
    ],
    [
      entry({ kind: 'redemption', title: '旅行装', state: 'handed_over', extra: 300 }),
      `兑换 旅行装 用 300 分${' · '}已领取`,
    ],
    [entry({ kind: 'treatment', title: '补水护理' }), '护理 补水护理 护理记录'],
    [entry({ kind: 'change', state: 'birthday' }), '档案 修改了生日 null'],
    [entry({ kind: 'note', state: 'corrected' }), '备注 更正了备注 null'],
    [
      entry({ kind: 'message', title: 'confirmed', state: 'sent', byName: 'subscribe' }),
      '消息 预约成功提醒 微信 · 已送达',
    ],
  ])('of %j', (one, words) => {
    const { word, title, note } = entryWords(one);
    expect(`${word} ${title} ${note}`).toBe(words);
  });
});
