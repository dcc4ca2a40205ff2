import { View } from '@tarojs/components';
import type { AvailableDay } from '@/api/types';
import { DateStrip } from '@/components/date-strip';
import { Loaded, Skeleton } from '@/components/states';
import { ReservedTimes } from '@/components/reserved-times';
import { TimeGrid } from '@/components/time-grid';
import { dayWord, monthDay } from '@/lib/time';
import { draft } from './booking-store';
import { showConfirmStep } from './show-confirm-step';
import { Step } from './step';
import type { Booking } from './use-booking';

/** Step three: a day, then a time. */
export function TimeStep({ booking }: { booking: Booking }) {
  const { chosen, availability, day, today, lostStart, earlierFrom, laterFrom } = booking;
  const aside =
    day && chosen.length > 0 ? `${monthDay(day.date, today)} ${dayWord(day.date, today)}` : '';
  const turnTo = (date: string | undefined) => (date ? () => draft.chooseDate(date) : undefined);
  return (
    <Step id="step-time" number={3} title="选时间" aside={aside}>
      {chosen.length === 0 ? (
        <View className="step__wait">选好项目后，这里显示真实的空闲时间。</View>
      ) : (
        <Loaded remote={availability} skeleton={<Skeleton lines={4} />}>
          {(days) => (
            <>
              <DateStrip
                days={days}
                today={today}
                date={day?.date}
                onEarlier={turnTo(earlierFrom)}
                onLater={turnTo(laterFrom)}
                onPick={(date) => draft.chooseDate(date)}
              />
              {lostStart && <View className="alert">刚才选的时间已被约走，请另选一个。</View>}
              {day && <Times day={day} start={booking.start?.start} />}
            </>
          )}
        </Loaded>
      )}
    </Step>
  );
}

function Times({ day, start }: { day: AvailableDay; start: string | undefined }) {
  if (day.times.length === 0 && day.unavailable.length === 0) {
    return <View className="step__wait">这一天约不了，请看看别的日子。</View>;
  }
  if (day.reason === 'capped') {
    return <View className="step__wait">当天该项目已约满，请看看别的日子。</View>;
  }
  return (
    <>
      <ReservedTimes day={day} />
      <TimeGrid
        day={day}
        start={start}
        onPick={(time) => {
          draft.chooseStart(day.date, time);
          showConfirmStep();
        }}
      />
    </>
  );
}
