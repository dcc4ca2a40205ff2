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
    [
      entry({ kind: 'message', title: 'confirmed', state: 'sent', byName: 'subscribe' }),
      '消息 预约成功提醒 微信 · 已送达',
    ],
  ])('of %j', (one, words) => {
    const { word, title, note } = entryWords(one);
    expect(`${word} ${title} ${note}`).toBe(words);
  });
});
