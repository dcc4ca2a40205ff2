import { describe, expect, it } from '@jest/globals';
import { countLines, fateWords } from './message-fates';

describe('what became of messages', () => {
  it('is counted by way, with those WeChat was not asked for under WeChat', () => {
    expect(
      countLines([
        { channel: 'call', state: 'to_call', count: 2 },
        { channel: 'call', state: 'not_allowed', count: 1 },
        { channel: 'none', state: 'not_allowed', count: 3 },
        { channel: 'subscribe', state: 'not_allowed', count: 4 },
        { channel: 'subscribe', state: 'sent', count: 12 },
      ]),
    ).toEqual(['微信：没有发送 7，已送达 12', '电话：待拨打 2，没有拨打 1']);
  });

  it('says why, and who called how often', () => {
    const quiet = { reason: null, tries: 0, doneByName: null };
    expect(fateWords({ ...quiet, reason: '顾客没有允许这类消息' })).toBe('顾客没有允许这类消息');
    expect(fateWords({ ...quiet, tries: 2, doneByName: '娜娜' })).toBe('拨了 2 次，娜娜');
    expect(fateWords(quiet)).toBe('');
  });
});
