import { View } from '@tarojs/components';
import type { AvailableDay } from '@/api/types';
import { groupTimes } from '@/lib/day-parts';
import { clockOf } from '@/lib/time';
import { Tap } from './tap';
import './time-grid.scss';

interface TimeGridProps {
  day: AvailableDay;
  start: string | undefined;
  onPick(start: string): void;
}

/** Start times of one day by morning, afternoon, evening; taken ones stay visible and grey. */
export function TimeGrid({ day, start, onPick }: TimeGridProps) {
  return (
    <View className="time-grid">
      {groupTimes(day).map((part) => (
        <View key={part.name} className="time-grid__part">
          <View className="note">{part.name}</View>
          <View className="time-grid__cells">
            {part.times.map((time) => (
              <Tap
                key={time.start}
                id={`time-${clockOf(time.start).replace(':', '')}`}
                className="time-cell figures"
                label={`${clockOf(time.start)}${time.free ? '' : ' 不可约'}`}
                selected={time.start === start}
                disabled={!time.free}
                onTap={() => onPick(time.start)}
              >
                {clockOf(time.start)}
              </Tap>
            ))}
          </View>
        </View>
      ))}
    </View>
  );
}
