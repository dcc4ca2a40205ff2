import type { MessageCount, MessageFate } from '../../shared/api/contract';
import { messageStateWord } from '../../shared/format/words';

const WAYS: Readonly<Record<MessageFate['channel'], string>> = {
  ...{ subscribe: '微信', none: '微信', sms: '短信', call: '电话' },
};
const ORDER = ['微信', '短信', '电话'];

/** How she was to be told; where WeChat was not even asked, it still was the way. */
export const wayWord = (channel: MessageFate['channel']): string => WAYS[channel];

/** The desk does not send calls. */
const OF_CALLS: Readonly<Partial<Record<MessageFate['state'], string>>> = {
  ...{ not_allowed: '没有拨打', withheld: '不再拨打' },
};

/** What became of it, in a word. */
export const fateWord = ({ channel, state }: Pick<MessageFate, 'channel' | 'state'>): string =>
  (channel === 'call' ? OF_CALLS[state] : undefined) ?? messageStateWord(state);

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
      if (wayWord(channel) === way) {
        const word = fateWord({ channel, state });
        of.set(word, (of.get(word) ?? 0) + count);
      }
    const parts = [...of].map(([word, count]) => `${word} ${count}`);
    return parts.length === 0 ? [] : [`${way}：${parts.join('，')}`];
  });
}
