import { View } from '@tarojs/components';
import type { AvailableDay } from '@/api/types';
import { spanWords } from '@/lib/time';
import './reserved-times.scss';

/** Why some hours of a day are not hers yet, and from when on they are everybody's. */
export function ReservedTimes({ day }: { day: AvailableDay }) {
  return (
    <>
      {day.reserved?.map(({ from, to, words }) => (
        <View key={from} className="reserved-times">
          {spanWords(from, to)} {words}
        </View>
      ))}
    </>
  );
}
