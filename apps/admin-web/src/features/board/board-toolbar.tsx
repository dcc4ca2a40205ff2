import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import type { Calendar } from '../../shared/api/contract';
import { addDays, nearDayLabel, weekdayLabel } from '../../shared/format/time';
import styles from './board.module.css';
import { shownVisits } from './grid/columns';

export type BoardView = 'staff' | 'rooms';

interface Props {
  date: string;
  today: string;
  goTo: (date: string) => void;
  view: BoardView;
  setView: (view: BoardView) => void;
  calendar: Calendar | undefined;
  narrow: boolean;
}

/** The day, how it is cut, and how many are where. */
export function BoardToolbar({ date, today, goTo, view, setView, calendar, narrow }: Props) {
  const near = nearDayLabel(date, today);
  return (
    <div className={styles.toolbar}>
      <div className={styles.dates}>
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label="前一天"
          onClick={() => goTo(addDays(date, -1))}
          data-testid="board-prev"
        />
        <DatePicker
          value={dayjs(date)}
          onChange={(day) => day && goTo(day.format('YYYY-MM-DD'))}
          allowClear={false}
          format={(day) => `${day.format('M月D日')} ${weekdayLabel(day.format('YYYY-MM-DD'))}`}
          inputReadOnly
          aria-label="日期"
          className={styles.datePicker}
          data-testid="board-date"
        />
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label="后一天"
          onClick={() => goTo(addDays(date, 1))}
          data-testid="board-next"
        />
        <Button
          type={date === today ? 'text' : 'default'}
          disabled={date === today}
          onClick={() => goTo(today)}
          data-testid="board-today"
        >
          {date === today ? '今天' : '回到今天'}
        </Button>
        {near && date !== today && <span className="note">{near}</span>}
      </div>
      {!narrow && <Counts calendar={calendar} day={date === today ? '今天' : '当天'} />}
      {!narrow && (
        <Segmented<BoardView>
          value={view}
          onChange={setView}
          options={[
            { value: 'staff', label: '按美容师' },
            { value: 'rooms', label: '按房间' },
          ]}
          aria-label="看板方式"
          data-testid="board-view"
        />
      )}
    </div>
  );
}

function Counts({ calendar, day }: { calendar: Calendar | undefined; day: string }) {
  if (!calendar) return <span className={styles.counts} />;
  const visits = shownVisits(calendar);
  const count = (...states: string[]) =>
    visits.filter(({ state }) => states.includes(state)).length;
  const facts = [
    { word: '预约', number: visits.length },
    { word: `${day}待确认`, number: count('requested'), tone: 'amber' },
    { word: '在店', number: count('arrived', 'in_service'), tone: 'brand' },
    { word: '已完成', number: count('completed'), tone: 'leaf' },
  ];
  return (
    <p className={styles.counts} data-testid="board-counts">
      {facts.map(({ word, number, tone }) => (
        <span key={word} data-tone={tone}>
          {word} <strong className="tabular">{number}</strong>
        </span>
      ))}
    </p>
  );
}
