import { formatYuan } from '@yance/shared-types';
import type { PointsView, RewardView } from '@/api/types';
import { monthDay } from '@/lib/time';

type CheckIn = PointsView['checkIn'];

/** What lapses next: `其中 120 分 12月31日到期`. */
export function lapsingWords({ lapsing, points }: PointsView, today: string): string {
  if (!lapsing) return '';
  const which = lapsing.points === points ? '' : `其中 ${lapsing.points} 分 `;
  return `${which}${monthDay(lapsing.lastDay, today)}到期`;
}

/** What they are worth at the till: `100 积分可抵 ¥1`; nothing where they pay nothing. */
export const worthWords = ({ fenPerHundred }: Pick<PointsView, 'fenPerHundred'>): string =>
  fenPerHundred === 0 ? '' : `到店结账时 100 积分可抵 ¥${formatYuan(fenPerHundred)}`;

/** Days in a row until today. */
export const streakWords = ({ streak }: CheckIn): string =>
  streak === 0 ? '今天还没有签到' : `已连续签到 ${streak} 天`;

/** What the next days bring: `再签 4 天，多得 5 分`; nothing without rewards for days in a row. */
export function nextStreakWords({ streak, streaks }: CheckIn): string {
  const next = [...streaks].sort((a, b) => a.days - b.days).find(({ days }) => days > streak);
  return next ? `再签 ${next.days - streak} 天，多得 ${next.points} 分` : '';
}

/** '+120', '-30' */
export const signedPoints = (points: number): string => `${points > 0 ? '+' : ''}${points}`;

/** Why a reward cannot be had now; undefined when it can. */
export function whyNot({ left, costPoints }: RewardView, points: number): string | undefined {
  if (left === 0) return '已兑完';
  return points < costPoints ? `还差 ${costPoints - points} 分` : undefined;
}

/** '1234 5678': a code that is read out. */
export const codeWords = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');
