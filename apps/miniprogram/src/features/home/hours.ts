import type { StoreView } from '@/api/types';
import { minuteWords } from '@/lib/time';

const NAMES = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** '今天 10:00–21:00', or that the store rests. */
export function todayWords(open: StoreView['openToday']): string {
  return open
    ? `今天 ${minuteWords(open.opensMinute)}–${minuteWords(open.closesMinute)}`
    : '今天休息';
}

/** Neighbouring days with the same hours share a line: '周一至周五 10:00–21:00'. Days without hours are closed. */
export function hoursWords(hours: StoreView['hours']): string[] {
  const byDay = new Map(hours.map((one) => [one.weekday, one]));
  const lines: { from: number; to: number; span: string }[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const open = byDay.get(weekday);
    const span = open
      ? `${minuteWords(open.opensMinute)}–${minuteWords(open.closesMinute)}`
      : '休息';
    const last = lines[lines.length - 1];
    if (last && last.span === span) last.to = weekday;
    else lines.push({ from: weekday, to: weekday, span });
  }
  return lines.map(({ from, to, span }) =>
    from === 1 && to === 7
      ? `每天 ${span}`
      : `${NAMES[from]}${to > from ? `至${NAMES[to]}` : ''} ${span}`,
  );
}
