import { ScrollView, View } from '@tarojs/components';
import type { AvailableDay, NoTimesReason } from '@/api/types';
import { dayWord, monthDay } from '@/lib/time';
import { useStripScroll } from './strip-scroll';
import { Tap } from './tap';
import './date-strip.scss';

const REASON_WORDS: Readonly<Record<NoTimesReason, string>> = {
  closed: '休息',
  no_skill: '未排班',
  full: '约满',
  capped: '约满',
  reserved: '留位',
  too_soon: '已过',
  beyond_horizon: '未开放',
};

/** A cell and the gap after it, px; see date-strip.scss. */
const PITCH = 60;

interface DateStripProps {
  days: AvailableDay[];
  today: string;
  date: string | undefined;
  /** Days before or after the ones shown, where there are any. */
  onEarlier?(): void;
  onLater?(): void;
  onPick(date: string): void;
}

/** Days side by side; those without a time stay visible and say why. */
export function DateStrip({ days, today, date, onEarlier, onLater, onPick }: DateStripProps) {
  const place = days.findIndex((day) => day.date === date);
  const scroll = useStripScroll(date, onEarlier ? place + 1 : place, PITCH);
  return (
    <ScrollView
      key={days[0]?.date}
      className="date-strip"
      scrollX
      scrollLeft={scroll.left}
      enhanced
      showScrollbar={false}
    >
      <View className="date-strip__row">
        {onEarlier && (
          <Tap id="dates-earlier" className="date-cell date-cell--turn" onTap={onEarlier}>
            更早
          </Tap>
        )}
        {days.map((day) => (
          <Tap
            key={day.date}
            id={`date-${day.date}`}
            className="date-cell"
            label={`${monthDay(day.date, today)} ${dayWord(day.date, today)}${day.reason ? ` ${REASON_WORDS[day.reason]}` : ''}`}
            selected={day.date === date}
            disabled={day.times.length === 0 && day.unavailable.length === 0}
            onTap={() => {
              scroll.tapped(day.date);
              onPick(day.date);
            }}
          >
            <View className="date-cell__word">{dayWord(day.date, today)}</View>
            <View className="date-cell__day figures">{shortDay(day.date)}</View>
            <View className="date-cell__hint">
              {day.times.length > 0 ? '' : REASON_WORDS[day.reason ?? 'full']}
            </View>
          </Tap>
        ))}
        {onLater && (
          <Tap id="dates-later" className="date-cell date-cell--turn" onTap={onLater}>
            更晚
          </Tap>
        )}
      </View>
    </ScrollView>
  );
}

/** '2026-11-01' → '11/1' on the first of a month, else the day alone. */
function shortDay(date: string): string {
  const [, month = '', day = ''] = date.split('-');
  return day === '01' ? `${Number(month)}/1` : String(Number(day));
}
