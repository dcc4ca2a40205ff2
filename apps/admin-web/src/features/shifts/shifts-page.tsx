import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { addDays, monthDayLabel, mondayOf, weekdayLabel } from '../../shared/format/time';
import { useToday } from '../../shared/requests/list-stores';
import { useDesk } from '../../shared/session/desk';
import { Card, Page } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { useShifts } from './api/list-shifts';
import { MonthPlan } from './month/month-plan';
import { CertificateNotice } from './qualifications/certificate-notice';
import { QualificationsButton } from './qualifications/qualifications-drawer';
import { RequestsButton } from './requests/requests-drawer';
import styles from './shifts.module.css';
import { weekRows, type WeekRow } from './week';

/** Who works when: a month to plan on, or on a phone a week to read. */
export default function ShiftsPage() {
  return useNarrow() ? <WeekPage /> : <MonthPlan />;
}

/** A week of the store. */
function WeekPage() {
  const { store } = useDesk();
  const today = useToday(store.id);
  const [search, setSearch] = useSearchParams();
  const monday = mondayOf(search.get('week') ?? today);
  const shifts = useShifts(store.id, monday);
  const goTo = (date: string) => setSearch({ week: date });
  return (
    <Page
      title="排班"
      extra={
        <>
          <Button
            icon={<LeftOutlined aria-hidden />}
            aria-label="上一周"
            onClick={() => goTo(addDays(monday, -7))}
            data-testid="week-prev"
          />
          <span className={`tabular ${styles.week}`}>
            {monthDayLabel(monday)}–{monthDayLabel(addDays(monday, 6))}
          </span>
          <Button
            icon={<RightOutlined aria-hidden />}
            aria-label="下一周"
            onClick={() => goTo(addDays(monday, 7))}
            data-testid="week-next"
          />
          <Button disabled={monday === mondayOf(today)} onClick={() => goTo(today)}>
            本周
          </Button>
          <Link to="/my-shifts">我的排班</Link>
          <RequestsButton />
          <QualificationsButton />
        </>
      }
    >
      <CertificateNotice />
      <Card flush>
        <Loaded query={shifts} rows={10}>
          {(items) =>
            items.length === 0 ? (
              <Empty title="这一周还没有排班" hint="换一周看看，或请店长先排班。" />
            ) : (
              <Week rows={weekRows(items, monday)} monday={monday} today={today} />
            )
          }
        </Loaded>
      </Card>
    </Page>
  );
}

function Week({ rows, monday, today }: { rows: WeekRow[]; monday: string; today: string }) {
  const dates = Array.from({ length: 7 }, (_, at) => addDays(monday, at));
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = scroller.current;
    const day = box?.querySelector<HTMLElement>('thead th[data-today]');
    const names = box?.querySelector<HTMLElement>('thead th')?.offsetWidth ?? 0;
    box?.scrollTo({ left: day ? day.offsetLeft - names : 0 });
  }, [monday, today]);
  return (
    <div ref={scroller} className={styles.scroll} tabIndex={0} role="region" aria-label="排班表">
      <table className={styles.table} data-testid="shift-table">
        <thead>
          <tr>
            <th scope="col">员工</th>
            {dates.map((date) => (
              <th key={date} scope="col" data-today={date === today || undefined}>
                {weekdayLabel(date)}
                <span className="note tabular">{monthDayLabel(date)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ staffId, staffName, cells, days }) => (
            <tr key={staffId}>
              <th scope="row">
                {staffName}
                <span className="note">{days} 天</span>
              </th>
              {cells.map(({ date, shifts }) => (
                <td key={date} data-today={date === today || undefined}>
                  {shifts.length === 0 && <span className={styles.off}>休</span>}
                  {shifts.map(({ key, time, breaks }) => (
                    <span key={key} className={styles.shift}>
                      <span className="tabular">{time}</span>
                      {breaks && <span className="note tabular">歇 {breaks}</span>}
                    </span>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
