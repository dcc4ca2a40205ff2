import type { MessageCount, MessageFate } from '../api/contract';
import { fateWord, messageChannelWord } from './words';

const ORDER = ['微信', '短信', '电话'];

/** Why it went no further, or who called. */
export function fateWords({
  reason,
  tries,
  doneByName,
}: Pick<MessageFate, 'reason' | 'tries' | 'doneByName'>): string {
  const called = tries > 0 ? `拨了 ${tries} 次，${doneByName ?? '员工'}` : null;
  return [reason, called].filter((part) => part !== null).join('，');
}

/** How many came to what, a line for each way: 微信：已送达 12，没有发送 3. */
export function countLines(counts: readonly MessageCount[]): string[] {
  return ORDER.flatMap((way) => {
    const of = new Map<string, number>();
    for (const { channel, state, count } of counts)
      if (messageChannelWord(channel) === way) {
        const word = fateWord({ channel, state });
        of.set(word, (of.get(word) ?? 0) + count);
      }
    const parts = [...of].map(([word, count]) => `${word} ${count}`);
    return parts.length === 0 ? [] : [`${way}：${parts.join('，')}`];
  });
}
