import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAvailability } from '@/api/availability';
import { useRescheduleAppointment } from '@/api/reschedule-appointment';
import { forget } from '@/api/remote';
import { useTier } from '@/api/tier';
import type { AppointmentView, OfferedTime, StoreView } from '@/api/types';
import { Button } from '@/components/button';
import { DateStrip } from '@/components/date-strip';
import { Loaded, Skeleton } from '@/components/states';
import { ReservedTimes } from '@/components/reserved-times';
import { TimeGrid } from '@/components/time-grid';
import { Tap } from '@/components/tap';
import { Unsettled } from '@/features/booking/unsettled';
import { dayOf, earlierFrom, horizonOf, laterFrom, windowOf } from '@/features/booking/days';
import { alternativesIn } from '@/features/booking/alternatives';
import { ApiProblem, sentenceOf } from '@/lib/failure';
import { dateOf, whenWords } from '@/lib/time';
import { VisitCard } from './visit-card';

interface RescheduleProps {
  visit: AppointmentView;
  store: StoreView;
  today: string;
}

/** The same visit at another time: same services, and the same person where she was asked for. */
export function Reschedule({ visit, store, today }: RescheduleProps) {
  const move = useMove(visit);
  const [date, setDate] = useState(dateOf(visit.start));
  const horizonDays = horizonOf(store.horizonDays, useTier().data?.tier?.privileges);
  const window = windowOf(date, today, horizonDays);
  const availability = useAvailability({
    storeId: visit.storeId,
    serviceIds: visit.items.map((item) => item.serviceId),
    staffId: visit.items.find((item) => item.requested)?.staffId,
    moving: visit.id,
    ...window,
  });
  const day = dayOf(availability.data, date);
  const turnTo = (first: string | undefined) => (first ? () => setDate(first) : undefined);
  const start = day?.times.find((time) => time.start === move.start)?.start;

  if (move.write.state.phase === 'unknown') {
    return (
      <Unsettled what="改期" busy={false} onRetry={move.retry} onAbandon={move.write.abandon} />
    );
  }
  return (
    <View className="stack">
      <VisitCard visit={visit} today={today} />
      <View className="section">改到什么时候</View>
      <Loaded remote={availability} skeleton={<Skeleton lines={4} />}>
        {(days) => (
          <DateStrip
            days={days}
            today={today}
            date={day?.date}
            onPick={setDate}
            onEarlier={turnTo(earlierFrom(window.from, today))}
            onLater={turnTo(laterFrom(window.from, today, horizonDays))}
          />
        )}
      </Loaded>
      {move.problem !== undefined && (
        <Problem
          problem={move.problem}
          today={today}
          onPick={(time) => {
            setDate(dateOf(time.start));
            move.choose(time.start);
          }}
        />
      )}
      {day && <ReservedTimes day={day} />}
      {day && <TimeGrid day={day} start={start} onPick={move.choose} />}
      <View className="booking-bar">
        <View className="grow note figures">{start ? `改到 ${whenWords(start, today)}` : ''}</View>
        <Button
          id="reschedule-submit"
          className="button--inline booking-bar__button"
          disabled={!start}
          busy={move.write.state.phase === 'sending'}
          onTap={() => start && move.submit(start)}
        >
          {start ? '确认改期' : '请选时间'}
        </Button>
      </View>
    </View>
  );
}

function useMove(visit: AppointmentView) {
  const write = useRescheduleAppointment(visit.id);
  const [start, setStart] = useState<string>();
  const [problem, setProblem] = useState<unknown>();

  async function settle(answer: Promise<AppointmentView> | undefined) {
    if (!answer) return;
    setProblem(undefined);
    try {
      await answer;
      void Taro.showToast({ title: '已改期', icon: 'success' });
      void Taro.navigateBack();
    } catch (failure) {
      setProblem(failure);
      forget('/client/availability');
      forget('/client/appointments');
    }
  }

  return {
    write,
    start,
    problem,
    choose: (next: string) => {
      setStart(next);
      setProblem(undefined);
    },
    submit: (next: string) => void settle(write.submit({ start: next })),
    retry: () => void settle(write.retry()),
  };
}

interface ProblemProps {
  problem: unknown;
  today: string;
  onPick(time: OfferedTime): void;
}

function Problem({ problem, today, onPick }: ProblemProps) {
  const alternatives = problem instanceof ApiProblem ? alternativesIn(problem) : [];
  return (
    <View className="alert" role="alert">
      <View>{sentenceOf(problem)}</View>
      {alternatives.length > 0 && (
        <View className="alternatives">
          {alternatives.map((time) => (
            <Tap key={time.start} className="alternative figures" onTap={() => onPick(time)}>
              {whenWords(time.start, today)}
            </Tap>
          ))}
        </View>
      )}
    </View>
  );
}
