import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { AvailabilityDay, AvailableTime } from '../api/contract';
import { addDays, clockOf, monthDayLabel, nearDayLabel, weekdayLabel } from '../format/time';
import { useAvailability, type AvailabilityQuery } from '../requests/read-availability';
import { Failure, Loading } from './states';
import styles from './time-picker.module.css';

/** The strip shows a week from the chosen day's week on. */
const STRIP_DAYS = 7;

const REASONS: Readonly<Record<string, string>> = {
  closed: '这一天不营业',
  no_skill: '这一天没有能做这些项目的人当班',
  full: '这一天已约满',
  capped: '当天该项目已约满',
  reserved: '剩下的时间留给会员',
  too_soon: '今天剩下的时间来不及了',
  beyond_horizon: '这一天还没有开放预约',
};

const PARTS = [
  { name: '上午', from: '00:00', to: '12:00' },
  { name: '下午', from: '12:00', to: '18:00' },
  { name: '晚上', from: '18:00', to: '24:00' },
];

interface Props {
  query: Pick<AvailabilityQuery, 'storeId' | 'serviceIds' | 'staffId' | 'moving'>;
  today: string;
  date: string;
  onDate: (date: string) => void;
  start: string | null;
  onStart: (start: string) => void;
}

/** A day and a free start, as the API offers them for the services in a row. */
export function TimePicker({ query, today, date, onDate, start, onStart }: Props) {
  const from = stripStart(today, date);
  const asked = useAvailability({ ...query, from, days: STRIP_DAYS });
  const day = asked.data?.find((one) => one.date === date);
  return (
    <div className={styles.picker}>
      <div className={styles.strip} role="group" aria-label="日期">
        {Array.from({ length: STRIP_DAYS }, (_, at) => addDays(from, at)).map((one) => {
          const free = asked.data?.find((other) => other.date === one)?.times.length;
          return (
            <button
              key={one}
              type="button"
              className={styles.day}
              aria-pressed={one === date}
              onClick={() => onDate(one)}
              data-testid={`day-${one}`}
            >
              <span>{nearDayLabel(one, today) ?? weekdayLabel(one)}</span>
              <strong className="tabular">{Number(one.slice(8))}</strong>
              <span className={styles.free}>
                {free === undefined ? '　' : free > 0 ? '可约' : '无'}
              </span>
            </button>
          );
        })}
        <DatePicker
          value={dayjs(date)}
          onChange={(value) => value && onDate(value.format('YYYY-MM-DD'))}
          minDate={dayjs(today)}
          allowClear={false}
          inputReadOnly
          format={() => '更多'}
          className={styles.more}
          suffixIcon={null}
          aria-label="选择其他日期"
        />
      </div>
      {asked.error && !asked.data ? (
        <Failure error={asked.error} onRetry={() => void asked.refetch()} />
      ) : asked.isPending ? (
        <Loading rows={3} />
      ) : (
        <Times
          day={day}
          date={date}
          next={asked.data?.find((one) => one.date > date && one.times.length > 0)?.date}
          onDate={onDate}
          start={start}
          onStart={onStart}
        />
      )}
    </div>
  );
}

function stripStart(today: string, date: string): string {
  return date < addDays(today, STRIP_DAYS) ? (date < today ? date : today) : date;
}

function Times({
  day,
  date,
  next,
  onDate,
  start,
  onStart,
}: {
  day: AvailabilityDay | undefined;
  date: string;
  /** The nearest later day on the strip that has a time. */
  next: string | undefined;
  onDate: (date: string) => void;
  start: string | null;
  onStart: (start: string) => void;
}) {
  if (!day || day.times.length === 0)
    return (
      <div className={styles.none} data-testid="no-times">
        <p>
          {monthDayLabel(date)}：{REASONS[day?.reason ?? 'full'] ?? '这一天没有空档'}。
        </p>
        {next ? (
          <Button type="link" onClick={() => onDate(next)} data-testid="next-free-day">
            最近有空：{monthDayLabel(next)} {weekdayLabel(next)}
          </Button>
        ) : (
          <p>请换一天或换一位。</p>
        )}
      </div>
    );
  return (
    <div className={styles.parts}>
      {PARTS.map(({ name, from, to }) => {
        const times = day.times.filter(
          (time) => clockOf(time.start) >= from && clockOf(time.start) < to,
        );
        return times.length === 0 ? null : (
          <div key={name} role="group" aria-label={name}>
            <p className="note">{name}</p>
            <div className={styles.times}>
              {times.map((time) => (
                <TimeButton
                  key={time.start}
                  time={time}
                  isChosen={sameMoment(time.start, start)}
                  onStart={onStart}
                />
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}

const sameMoment = (one: string, other: string | null) =>
  other !== null && Date.parse(one) === Date.parse(other);

function TimeButton({
  time,
  isChosen,
  onStart,
}: {
  time: AvailableTime;
  isChosen: boolean;
  onStart: (start: string) => void;
}) {
  return (
    <button
      type="button"
      className={styles.time}
      aria-pressed={isChosen}
      onClick={() => onStart(time.start)}
      data-testid={`time-${clockOf(time.start)}`}
    >
      {clockOf(time.start)}
    </button>
  );
}
