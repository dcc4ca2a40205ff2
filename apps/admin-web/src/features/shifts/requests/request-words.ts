import type { ShiftRequest } from '../../../shared/api/contract';
import { clockOf, monthDayLabel, weekdayLabel } from '../../../shared/format/time';
import type { Tone } from '../../../shared/ui/amount';

export const LEAVE_WORDS: Readonly<Record<NonNullable<ShiftRequest['leaveKind']>, string>> = {
  annual: '年假',
  rest: '调休',
  personal: '事假',
  sick: '病假',
  other: '其他假',
};

export const STATE_WORDS: Readonly<Record<ShiftRequest['state'], { word: string; tone: Tone }>> = {
  asked: { word: '待批', tone: 'amber' },
  approved: { word: '已批准', tone: 'leaf' },
  refused: { word: '没有批准', tone: 'quiet' },
  withdrawn: { word: '已撤回', tone: 'quiet' },
  called_off: { word: '已销假', tone: 'quiet' },
};

/** `请假 · 病假`, `改班 · 早班`, `改班 · 休息`. */
export function whatWords({ kind, leaveKind, templateName }: ShiftRequest): string {
  if (kind === 'change') return `改班 · ${templateName ?? '休息'}`;
  return leaveKind ? `请假 · ${LEAVE_WORDS[leaveKind]}` : '请假';
}

/** `11月24日 周二`, `11月24日–11月26日`, `11月24日 周二 14:00–16:00`. */
export function whenWords({ from, to, wholeDays, start, end }: ShiftRequest): string {
  if (from !== to) return `${monthDayLabel(from)}–${monthDayLabel(to)}`;
  const day = `${monthDayLabel(from)} ${weekdayLabel(from)}`;
  const until = clockOf(end) === '00:00' ? '24:00' : clockOf(end);
  return wholeDays ? day : `${day} ${clockOf(start)}–${until}`;
}
