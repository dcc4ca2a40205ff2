import { DateTime } from 'luxon';
import { thing } from './appointment-message.js';

/** WeChat takes at most five characters. */
const STATUS = { used: '已核销', reversed: '已退回' } as const;

/** A session of a card that was used, or given back. */
export interface SessionNews {
  readonly kind: keyof typeof STATUS;
  readonly title: string;
  /** Sessions that are left; null for a card by time. */
  readonly left: number | null;
  /** The card's last day, YYYY-MM-DD; null without one. */
  readonly expiresOn: string | null;
  readonly at: Date;
  readonly timeZone: string;
}

/** The fields of 次卡核销提醒; all of them must be there and none empty (WeChat, 47003). */
export function sessionMessage(news: SessionNews): Readonly<Record<string, string>> {
  return {
    thing1: thing(news.title),
    phrase2: STATUS[news.kind],
    thing3: thing(leftWords(news)),
    time4: DateTime.fromJSDate(news.at, { zone: news.timeZone }).toFormat('yyyy年M月d日 HH:mm'),
  };
}

function leftWords({ left, expiresOn }: SessionNews): string {
  if (left !== null) return `还剩 ${left} 次`;
  if (expiresOn === null) return '有效期内不限次数';
  return `有效期至${DateTime.fromISO(expiresOn).toFormat('yyyy年M月d日')}`;
}
