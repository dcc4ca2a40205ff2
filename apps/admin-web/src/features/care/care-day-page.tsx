import { Segmented } from 'antd';
import { useState } from 'react';
import type { CareDay, CareVisit } from '../../shared/api/contract';
import { useToday } from '../../shared/requests/list-stores';
import { useDesk } from '../../shared/session/desk';
import { Empty, Loaded } from '../../shared/ui/states';
import { useCareDay } from './api/care-day';
import { CareRow } from './care-row';
import styles from './care.module.css';

type Tab = 'mine' | 'all' | 'unwritten';

/** A therapist's day: her visits in order, each with its next step and its record. */
export default function CareDayPage() {
  const { store } = useDesk();
  const today = useToday(store.id);
  const day = useCareDay(store.id, today);
  const [chosen, setTab] = useState<Tab | null>(null);
  const tab = chosen ?? (day.data?.visits.some(({ mine }) => mine) ? 'mine' : 'all');
  const waiting = day.data?.unwritten.length ?? 0;
  return (
    <div className={styles.day} data-testid="care-day">
      <Segmented<Tab>
        block
        value={tab}
        onChange={setTab}
        options={[
          { value: 'mine', label: '我的' },
          { value: 'all', label: '全店' },
          { value: 'unwritten', label: waiting > 0 ? `待写 ${waiting}` : '待写' },
        ]}
        data-testid="care-tabs"
      />
      <Loaded query={day} rows={8}>
        {(data) => <Visits day={data} tab={tab} today={today} />}
      </Loaded>
    </div>
  );
}

const SHOWN: Readonly<Record<Tab, (day: CareDay) => CareVisit[]>> = {
  mine: ({ visits }) => visits.filter(({ mine }) => mine),
  all: ({ visits }) => visits,
  unwritten: ({ unwritten }) => unwritten,
};

const NOTHING: Readonly<Record<Tab, { title: string; hint: string }>> = {
  mine: { title: '今天还没有您的预约', hint: '新的预约会自动出现在这里。' },
  all: { title: '今天还没有预约', hint: '新的预约会自动出现在这里。' },
  unwritten: { title: '没有待写的记录', hint: '做完还没有写记录的，会列在这里，最多三十天。' },
};

function Visits({ day, tab, today }: { day: CareDay; tab: Tab; today: string }) {
  const visits = SHOWN[tab](day);
  if (visits.length === 0) return <Empty {...NOTHING[tab]} />;
  return (
    <ul className={styles.list}>
      {visits.map((visit) => (
        <CareRow key={visit.id} visit={visit} today={today} />
      ))}
    </ul>
  );
}
