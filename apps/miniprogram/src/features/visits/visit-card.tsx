import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { AppointmentView } from '@/api/types';
import { StatePill } from '@/components/pill';
import { Tap } from '@/components/tap';
import { dateOf, dayWord, spanWords } from '@/lib/time';
import { serviceWords, staffWords } from './visit-words';
import './visit-card.scss';

interface VisitCardProps {
  visit: AppointmentView;
  today: string;
  onOpen?(): void;
  /** Something to do with it, below the facts. */
  children?: ReactNode;
}

/** A visit as a page of the book: the day on the left, the rest beside it. */
export function VisitCard({ visit, today, onOpen, children }: VisitCardProps) {
  const body = <CardBody visit={visit} today={today} />;
  return (
    <View className="card visit-card" id={`visit-card-${visit.id}`}>
      {onOpen ? (
        <Tap
          id={`visit-${visit.id}`}
          className="visit-card__body"
          label={`${serviceWords(visit)}，查看详情`}
          onTap={onOpen}
        >
          {body}
        </Tap>
      ) : (
        <View className="visit-card__body">{body}</View>
      )}
      {children}
    </View>
  );
}

function CardBody({ visit, today }: { visit: AppointmentView; today: string }) {
  const [, month, day] = dateOf(visit.start).split('-').map(Number);
  return (
    <>
      <View className="visit-day figures">
        <View className="visit-day__month">{month}月</View>
        <View className="visit-day__day">{day}</View>
        <View className="visit-day__word">{dayWord(dateOf(visit.start), today)}</View>
      </View>
      <View className="grow">
        <View className="row visit-card__head">
          <View className="grow visit-card__time figures">{spanWords(visit.start, visit.end)}</View>
          <StatePill state={visit.state} />
        </View>
        <View className="visit-card__services">{serviceWords(visit)}</View>
        <View className="note ellipsis">{staffWords(visit)}</View>
        <View className="note ellipsis">{visit.storeName}</View>
      </View>
    </>
  );
}
