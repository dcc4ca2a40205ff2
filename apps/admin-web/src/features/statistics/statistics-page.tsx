import { Segmented } from 'antd';
import { useState, type CSSProperties } from 'react';
import type { VisitStatistics } from '../../shared/api/contract';
import { addDays, monthDayLabel, weekdayLabel } from '../../shared/format/time';
import { useToday } from '../../shared/requests/list-stores';
import { useDesk } from '../../shared/session/desk';
import { Card, Facts, Page } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import {
  daysFrom,
  fullness,
  hoursLabel,
  leadLines,
  personLines,
  shareLabel,
  sumOf,
  type PersonLine,
} from './figures';
import { useStatistics } from './read-statistics';
import styles from './statistics.module.css';

/** Days from today on which a period begins and ends. */
const PERIODS = {
  week: { label: '近 7 天', from: -6, to: 0 },
  month: { label: '近 28 天', from: -27, to: 0 },
  ahead: { label: '未来 7 天', from: 0, to: 6 },
} as const;
type Period = keyof typeof PERIODS;

/** How full the store's days are, how early its clients book, and who does not come. */
export default function StatisticsPage() {
  const { store } = useDesk();
  const today = useToday(store.id);
  const [period, setPeriod] = useState<Period>('week');
  const chosen = PERIODS[period];
  const days = { from: addDays(today, chosen.from), to: addDays(today, chosen.to) };
  const statistics = useStatistics({ storeId: store.id, ...days });
  return (
    <Page
      title="统计"
      extra={
        <Segmented
          options={Object.entries(PERIODS).map(([value, { label }]) => ({ value, label }))}
          value={period}
          onChange={(value) => setPeriod(value as Period)}
        />
      }
    >
      <Loaded query={statistics} rows={10}>
        {(data) => (
          <>
            <Card>
              <Facts items={factsOf(data)} />
            </Card>
            <Card title="忙闲：已约时间占当班时间">
              <Occupancy data={data} days={daysFrom(days.from, days.to)} />
            </Card>
            <Card title="提前多久预约">
              <Leads leads={data.leads} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function factsOf({ loads, due, noShows, lateCancels }: VisitStatistics) {
  const sum = sumOf(loads);
  return [
    { name: '总体忙闲', value: fullness(sum) },
    { name: '已约', value: hoursLabel(sum.bookedMinutes) },
    { name: '当班', value: hoursLabel(sum.shiftMinutes) },
    { name: '爽约率', value: `${shareLabel(noShows, due)}（${noShows} / ${due}）` },
    { name: '临时取消率', value: `${shareLabel(lateCancels, due)}（${lateCancels} / ${due}）` },
  ];
}

/** How high a cell is filled. */
const filled = ({ shiftMinutes, bookedMinutes }: PersonLine['sum']): CSSProperties =>
  ({
    '--full': `${shiftMinutes === 0 ? 0 : Math.min(100, (bookedMinutes / shiftMinutes) * 100)}%`,
  }) as CSSProperties;

function Occupancy({ data, days }: { data: VisitStatistics; days: readonly string[] }) {
  const lines = personLines(data.loads);
  if (lines.length === 0)
    return <Empty title="这段时间没有排班" hint="排了班，这里会按人按天显示忙闲。" />;
  return (
    <>
      <div className={styles.scroll}>
        <table className={`${styles.days} tabular`} data-testid="occupancy">
          <thead>
            <tr>
              <th scope="col">美容师</th>
              <th scope="col">合计</th>
              {days.map((day) => (
                <th key={day} scope="col">
                  {monthDayLabel(day)} {weekdayLabel(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.staffId} line={line} days={days} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">当班时间已扣掉休息和请假；鼠标停在格子上看小时数。</p>
    </>
  );
}

function Line({ line, days }: { line: PersonLine; days: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{line.name}</th>
      <td>
        {fullness(line.sum)}
        <br />
        <span className="note">
          {hoursLabel(line.sum.bookedMinutes)} / {hoursLabel(line.sum.shiftMinutes)}
        </span>
      </td>
      {days.map((day) => {
        const load = line.days.get(day);
        if (!load) return <td key={day}>休</td>;
        const words = `已约 ${hoursLabel(load.bookedMinutes)}，当班 ${hoursLabel(load.shiftMinutes)}`;
        return (
          <td key={day} className={styles.fill} style={filled(load)} title={words}>
            {fullness(load)}
          </td>
        );
      })}
    </tr>
  );
}

function Leads({ leads }: { leads: VisitStatistics['leads'] }) {
  const lines = leadLines(leads);
  if (lines.every(({ visits }) => visits === 0))
    return <Empty title="这段时间没有预约" hint="有了预约，这里会显示顾客提前多久来约。" />;
  return (
    <div className={styles.leads} data-testid="leads">
      {lines.map(({ fromDays, label, visits, share }) => (
        <Lead key={fromDays} label={label} visits={visits} share={share} />
      ))}
    </div>
  );
}

function Lead({ label, visits, share }: { label: string; visits: number; share: number }) {
  return (
    <>
      <span>{label}</span>
      <span className={styles.bar} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span className="tabular">
        {visits} 次，{Math.round(share * 100)}%
      </span>
    </>
  );
}
