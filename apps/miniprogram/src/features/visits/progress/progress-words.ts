import type { FeedbackWish } from '@yance/shared-types';
import type { OwnFeedback, VisitProgress } from '@/api/types';
import { clockOf } from '@/lib/time';

/** What she can say with one tap, as the tap reads. */
export const WISH_WORDS: Readonly<Record<FeedbackWish, string>> = {
  fine: '很舒服',
  lighter: '轻一点',
  stronger: '重一点',
  warmer: '有点冷',
  cooler: '有点热',
  come: '请来一下',
  words: '想说句话',
};

type Step = VisitProgress['steps'][number];

/** What goes on in a step. */
export function stepWords({ kind, serviceName, staffName }: Step): string {
  if (kind === 'wait') return '稍作休息';
  if (kind === 'rest') return `${serviceName ?? ''} · 静候片刻`;
  return [serviceName, staffName].filter(Boolean).join(' · ');
}

/** When she can go, in words that do not hurry anybody. */
export function endWords({ begunAt, expectedEnd, isOver }: VisitProgress): string {
  if (!begunAt) return '马上为您安排，请稍坐。';
  if (isOver || !expectedEnd) return '比预计的久一点，就快好了。';
  return `预计 ${clockOf(expectedEnd)} 结束`;
}

/** What she said: her tap, her words, or both. */
export const saidWords = ({ wish, words }: OwnFeedback): string =>
  [wish === 'words' ? null : WISH_WORDS[wish], words].filter(Boolean).join('：');

/** Whether the house has seen a word of hers. */
export const seenWords = ({ seenAt }: OwnFeedback): string =>
  seenAt ? `${clockOf(seenAt)} 已看到` : '已送达，等待查看';
